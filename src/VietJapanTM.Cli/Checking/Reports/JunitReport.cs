using System.Globalization;
using System.Text;
using System.Xml;
using VietJapanTM.Errors;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>
/// JUnit XML, which every build server shows: a suite for each file, in it a failed case for each finding that fails the run, a passed one that says so
/// for each that weighs less, a skipped one for each suppressed, an error for each problem of the file, and a passed case where there is none of these.
/// </summary>
internal static class JunitReport
{
    /// <summary>Writes.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        var document = new StringBuilder();
        using (var xml = XmlWriter.Create(document, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            var suites = Suites(report);
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "vjtm check");
            WriteCounts(xml, suites.SelectMany(s => s.Cases).ToList());
            foreach (var (file, cases) in suites)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Clean(file));
                WriteCounts(xml, cases);
                foreach (var one in cases)
                {
                    Write(xml, file, one);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.WriteLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        output.WriteLine(document.ToString());
    }

    private static List<(string File, List<Case> Cases)> Suites(CheckReport report)
    {
        var files = report.Files.Select(f => f.Name)
            .Concat(report.Findings.Select(f => f.File))
            .Concat(report.Problems.Select(p => p.File ?? "vjtm"))
            .Distinct(StringComparer.Ordinal);
        return [.. files.Select(file => (file, CasesOf(report, file)))];
    }

    private static List<Case> CasesOf(CheckReport report, string file)
    {
        var cases = report.Problems.Where(p => (p.File ?? "vjtm") == file).Select(OfProblem)
            .Concat(report.Findings.Where(f => f.File == file && f.Baseline is not (BaselineState.Unchanged or BaselineState.Absent)).Select(f => OfFinding(f, report.FailOn)))
            .ToList();
        if (cases.Count == 0)
        {
            // What could not be opened says why in the suite of the program itself.
            var failed = report.Files.Any(f => f.Name == file && f.Failed);
            cases.Add(failed ? new Case("not checked", "error", "CHK003", "The file could not be checked.", 0) : new Case("no findings", null, "", "", 0));
        }

        return cases;
    }

    private static Case OfProblem(Diagnostic problem) => new(
        string.Create(CultureInfo.InvariantCulture, $"{problem.Code} at {problem.Line}:{problem.Column}"),
        problem.Severity == DiagnosticSeverity.Error ? "error" : "skipped",
        problem.Code,
        problem.Message,
        problem.Line);

    private static Case OfFinding(PlacedFinding placed, Severity failOn) => new(
        string.Create(CultureInfo.InvariantCulture, $"{placed.Finding.Rule} at {placed.Place.Line}:{placed.Place.Column}"),
        placed.Suppression is not null ? "skipped" : placed.Finding.Severity >= failOn ? "failure" : "system-out",
        placed.Finding.Rule,
        placed.Suppression is { } suppression ? $"{FindingMessage.Of(placed)} Suppressed: {suppression.Reason}" : FindingMessage.Of(placed),
        placed.Place.Line);

    private static void WriteCounts(XmlWriter xml, List<Case> cases)
    {
        Number(xml, "tests", cases.Count);
        Number(xml, "failures", cases.Count(c => c.Element == "failure"));
        Number(xml, "errors", cases.Count(c => c.Element == "error"));
        Number(xml, "skipped", cases.Count(c => c.Element == "skipped"));
    }

    private static void Write(XmlWriter xml, string file, Case one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(file));
        xml.WriteAttributeString("name", one.Name);
        xml.WriteAttributeString("file", Clean(file));
        if (one.Line > 0)
        {
            Number(xml, "line", one.Line);
        }

        if (one.Element is { } element)
        {
            xml.WriteStartElement(element);
            if (element is "failure" or "error")
            {
                xml.WriteAttributeString("type", one.Code);
            }

            if (element != "system-out")
            {
                xml.WriteAttributeString("message", Clean(one.Message));
            }

            if (element != "skipped")
            {
                xml.WriteString(Clean(string.Create(CultureInfo.InvariantCulture, $"{file}:{one.Line}: {one.Code}: {one.Message}")));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>What XML cannot carry becomes U+FFFD.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    /// <summary>A test case; without an element it passed.</summary>
    private sealed record Case(string Name, string? Element, string Code, string Message, int Line);
}
