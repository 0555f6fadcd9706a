using System.Text;
using System.Xml;
using System.Xml.Linq;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Exchange.Xliff;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Xliff;

/// <summary>Real files of other tools, against a naive reading of the whole document by the framework.</summary>
public sealed class XliffRealFilesTests
{
    private static readonly BilingualOptions Options = new() { SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.Parse("qaa") };

    [SkippableTheory]
    [InlineData("xliff12", 100)]
    [InlineData("xliff2", 150)]
    public void XliffReader_EveryRealFile_IsReadAsTheFrameworkReadsItOrRefused(string folder, int atLeast)
    {
        var compared = 0;
        foreach (var path in Directory.EnumerateFiles(TestData.Require("exchange", folder)))
        {
            var sink = new DiagnosticSink();
            var segments = XliffReader.Read(path, Options, sink).ToList();
            if (sink.HasErrors)
            {
                continue;
            }

            var raw = Decoded(path);
            compared++;
            Assert.True(Naive(raw).SequenceEqual(segments.Select(segment => (segment.Source.Text, segment.Target?.Text))), path);
            CheckPlaces(path, raw, segments);
        }

        Assert.True(compared >= atLeast, $"Only {compared} files were read.");
    }

    [SkippableFact]
    public void XliffReader_LeniencyOnEveryRealFile_NeverFails()
    {
        foreach (var folder in new[] { "xliff12", "xliff2", "tmx", "tbx" })
        {
            foreach (var path in Directory.EnumerateFiles(TestData.Require("exchange", folder)))
            {
                var sink = new DiagnosticSink();
                var count = XliffReader.Read(path, Options with { Lenient = true }, sink).Count();
                Assert.True(count > 0 || sink.Items.Count > 0 || folder.StartsWith("xliff", StringComparison.Ordinal), path);
            }
        }
    }

    /// <summary>The character at each place is the text's, or begins what stands for it.</summary>
    private static void CheckPlaces(string path, string raw, List<BilingualSegment> segments)
    {
        var lines = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        foreach (var text in segments.SelectMany(segment => new[] { segment.Source, segment.Target }).OfType<LocatedText>())
        {
            for (var offset = 0; offset < text.Text.Length; offset += Math.Max(1, text.Text.Length / 7))
            {
                var (line, column) = text.Locate(offset);
                var shown = text.Text[offset];
                var stands = column > lines[line - 1].Length ? '\n' : lines[line - 1][column - 1];
                var isLowSurrogate = char.IsLowSurrogate(shown);
                Assert.True(stands == shown || stands == '&' || stands == '<' || isLowSurrogate, $"{path}:{line}:{column}: '{stands}' is not '{shown}'");
            }
        }
    }

    private static string Decoded(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new DecodingReader(stream, EncodingDeclaration.Xml);
        return reader.ReadToEnd();
    }

    private static IEnumerable<(string Source, string? Target)> Naive(string raw)
    {
        using var reader = XmlReader.Create(new StringReader(raw), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var unit in document.Descendants().Where(element => element.Name.LocalName is "trans-unit" or "unit" && IsXliff(element)))
        {
            if (unit.AncestorsAndSelf().Select(element => element.Attribute("translate")?.Value).FirstOrDefault(said => said is not null) == "no")
            {
                continue;
            }

            var pairs = unit.Name.LocalName == "unit"
                ? unit.Elements().Where(element => element.Name.LocalName == "segment").Select(element => (Child(element, "source"), Child(element, "target")))
                : TransUnit(unit);
            foreach (var (source, target) in pairs)
            {
                if (source is not null)
                {
                    yield return (Text(source), target is null ? null : Text(target));
                }
            }
        }
    }

    private static IEnumerable<(XElement? Source, XElement? Target)> TransUnit(XElement unit)
    {
        var target = Child(unit, "target");
        var marks = Marks(Child(unit, "seg-source"));
        var targetMarks = Marks(target);
        return marks.Count == 0 || (target is not null && targetMarks.Count == 0)
            ? [(Child(unit, "source"), target)]
            : marks.Select(mark => ((XElement?)mark, targetMarks.Find(other => other.Attribute("mid")?.Value == mark.Attribute("mid")?.Value)));
    }

    private static bool IsXliff(XElement element) => element.Name.NamespaceName.Length == 0 || element.Name.NamespaceName.StartsWith("urn:oasis:names:tc:xliff:", StringComparison.Ordinal);

    private static List<XElement> Marks(XElement? parent) =>
        parent?.Descendants().Where(element => element.Name.LocalName == "mrk" && element.Attribute("mtype")?.Value == "seg").ToList() ?? [];

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText content => content.Value,
                XElement { Name.LocalName: "cp" } code => char.ConvertFromUtf32(Convert.ToInt32(code.Attribute("hex")!.Value, 16)),
                XElement { Name.LocalName: "bpt" or "ept" or "ph" or "it" or "ut" } => "",
                XElement child => Text(child),
                _ => "",
            });
        }

        return text.ToString();
    }
}
