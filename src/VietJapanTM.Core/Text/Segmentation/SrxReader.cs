using System.Xml;
using System.Xml.Linq;
using VietJapanTM.Errors;

namespace VietJapanTM.Text.Segmentation;

/// <summary>Reads SRX 2.0. A rule that this platform cannot run is refused by its index; the rest of the file is kept.</summary>
internal static class SrxReader
{
    /// <summary>
    /// Longest time that one match of a user's pattern may take, by the clock on the wall: long enough that a busy machine, which may halt
    /// a thread for half a second, never fails a sound rule.
    /// </summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Elements may be nested this deep; those of the format are five deep, and reading an element's text recurses.</summary>
    private const int MaxDepth = 64;

    private static readonly XNamespace Namespace = "http://www.lisa.org/srx20";

    public static SrxDocument Read(string file, Stream input, TimeSpan matchTimeout)
    {
        var root = Load(file, input);
        var header = Child(root, "header");
        var cascade = (string?)header?.Attribute("cascade") == "yes";
        var body = Child(root, "body") ?? throw Malformed(file, root, "has no body element");
        var rules = new Dictionary<string, IReadOnlyList<SegmentationRule>>(StringComparer.Ordinal);
        var refused = new List<(string? RuleName, Diagnostic Diagnostic)>();
        foreach (var set in Descendants(body, "languagerule"))
        {
            var name = (string?)set.Attribute("languagerulename") ?? throw Malformed(file, set, "has a languagerule without a languagerulename");
            var diagnostics = new List<Diagnostic>();
            if (!rules.TryAdd(name, ReadRules(file, name, set, diagnostics, matchTimeout)))
            {
                throw Malformed(file, set, $"has two languagerule elements named '{name}'");
            }

            refused.AddRange(diagnostics.Select(d => ((string?)name, d)));
        }

        var maps = new List<LanguageMap>();
        foreach (var map in Descendants(body, "languagemap"))
        {
            var name = (string?)map.Attribute("languagerulename") ?? "";
            var pattern = (string?)map.Attribute("languagepattern") ?? "";
            if (!rules.ContainsKey(name) || !IsPattern(pattern))
            {
                refused.Add((null, At("SRX003", file, map, $"The languagemap '{pattern}' is no pattern, or '{name}' names no languagerule; it is left out.")));
                continue;
            }

            maps.Add(new LanguageMap(pattern, name));
        }

        return new SrxDocument(cascade, rules, maps, refused);
    }

    private static XElement Load(string file, Stream input)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1024 };
        try
        {
            using var content = new MemoryStream();
            input.CopyTo(content);
            RequireShallow(content, settings);
            using var reader = XmlReader.Create(content, settings);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root!;
            return root.Name.LocalName != "srx" ? throw Malformed(file, root, $"begins with <{root.Name.LocalName}>, not with <srx>")
                : root.Name.Namespace == Namespace || root.Name.Namespace == XNamespace.None ? root
                : throw Malformed(file, root, $"is written in the namespace {root.Name.NamespaceName}, which is not that of SRX 2.0");
        }
        catch (XmlException e)
        {
            throw new DomainException(ErrorCode.FileMalformed, $"{file}:{e.LineNumber}:{e.LinePosition}: not well-formed XML. {e.Message}", innerException: e);
        }
    }

    private static void RequireShallow(MemoryStream content, XmlReaderSettings settings)
    {
        content.Position = 0;
        using var reader = XmlReader.Create(content, settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                var place = (IXmlLineInfo)reader;
                throw new XmlException($"Elements are nested deeper than {MaxDepth}.", null, place.LineNumber, place.LinePosition);
            }
        }

        content.Position = 0;
    }

    private static List<SegmentationRule> ReadRules(
        string file, string set, XElement element, ICollection<Diagnostic> diagnostics, TimeSpan matchTimeout)
    {
        var rules = new List<SegmentationRule>();
        var index = 0;
        foreach (var rule in Descendants(element, "rule"))
        {
            index++;
            var name = $"{set} rule {index}";
            if ((string?)rule.Attribute("break") is not (null or "yes" or "no"))
            {
                diagnostics.Add(At("SRX005", file, rule, $"{name} is left out: its break is '{(string?)rule.Attribute("break")}'. Write yes or no."));
                continue;
            }

            if (!IcuPattern.TryTranslate(Child(rule, "beforebreak")?.Value ?? "", out var before, out var problem)
                || !IcuPattern.TryTranslate(Child(rule, "afterbreak")?.Value ?? "", out var after, out problem))
            {
                diagnostics.Add(At("SRX001", file, rule, $"{name} is left out: {problem}"));
                continue;
            }

            if (before.Length == 0 && after.Length == 0)
            {
                diagnostics.Add(At("SRX002", file, rule, $"{name} is left out: both patterns are empty, so it would hold everywhere."));
                continue;
            }

            try
            {
                rules.Add(new SegmentationRule(name, (string?)rule.Attribute("break") != "no", before, after, matchTimeout));
            }
            catch (ArgumentException e)
            {
                diagnostics.Add(At("SRX001", file, rule, $"{name} is left out: {e.Message}"));
            }
        }

        return rules;
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new System.Text.RegularExpressions.Regex(pattern, System.Text.RegularExpressions.RegexOptions.CultureInvariant, MatchTimeout);
            return pattern.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // SRX 1.0 files and many tools leave the namespace out; the local names are the same.
    private static XElement? Child(XElement parent, string name) => parent.Element(Namespace + name) ?? parent.Element(name);

    private static IEnumerable<XElement> Descendants(XElement parent, string name) =>
        parent.Descendants().Where(e => e.Name.LocalName == name && (e.Name.Namespace == Namespace || e.Name.Namespace == XNamespace.None));

    private static Diagnostic At(string code, string file, IXmlLineInfo place, string message) =>
        new(code, DiagnosticSeverity.Warning, message, file, place.LineNumber, place.LinePosition);

    private static DomainException Malformed(string file, IXmlLineInfo place, string what) =>
        new(ErrorCode.FileMalformed, $"{file}:{place.LineNumber}:{place.LinePosition}: the file {what}. Give an SRX 2.0 file.");
}
