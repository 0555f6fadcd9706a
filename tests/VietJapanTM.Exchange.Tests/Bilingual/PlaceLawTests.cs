using System.Text;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Bilingual;

/// <summary>The law of places: a text is made of pieces whose place in the file is known by construction, and each must be found there.</summary>
public sealed class PlaceLawTests
{
    private static readonly (string Text, string Raw)[] Common = [("a", "a"), ("ñ", "ñ"), ("ế", "ế"), ("e\u0302\u0301", "e\u0302\u0301"), ("日", "日"), ("𠮷", "𠮷"), ("👨\u200D👩", "👨\u200D👩"), (" x", " x")];
    private static readonly (string Text, string Raw)[] Xml =
        [("&", "&amp;"), ("<", "&#60;"), ("語", "&#x8A9E;"), ("😀", "&#x1F600;"), ("\n", "\n"), ("\n", "\r\n"), ("", "<!-- x -->"), ("a<", "<![CDATA[a<]]>")];
    private static readonly (string Text, string Raw)[] Json = [("\n", "\\n"), ("\"", "\\\""), ("\\", "\\\\"), ("é", "\\u00e9"), ("/", "\\/"), ("é", "\\u00E9")];
    private static readonly (string Text, string Raw)[] Double = [("\n", "\\n"), ("\"", "\\\""), ("é", "\\xe9"), ("語", "\\u8A9E"), ("😀", "\\U0001F600"), (" ", "\n     "), ("", "\\\n     ")];

    public static TheoryData<string> Formats => ["xliff", "tmx", "resx", "po", "json", "yaml-double", "yaml-single", "yaml-plain", "yaml-literal", "tsv", "tsv-quoted", "markdown", "lines"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryPiece_OfATextInAnyFormat_IsFoundAtItsPlace(string format) => Seeded.Run(60, random =>
    {
        var (name, before, after, escapes) = Of(format);
        var pieces = Enumerable.Range(0, random.Next(1, 25)).SelectMany(_ => Pick(random, escapes)).ToList();
        pieces.Insert(0, ("A", "A"));
        pieces.Add(("z", "z"));
        var content = before + string.Concat(pieces.Select(p => p.Raw)) + after;

        var text = Read(name, content, format);

        Assert.Equal(string.Concat(pieces.Select(p => p.Text)), text.Text);
        var (offset, raw) = (0, before.Length);
        foreach (var piece in pieces)
        {
            if (piece.Text.Length > 0 && piece.Raw[0] != '<')
            {
                Assert.Equal(PlaceOf(content, raw), text.Locate(offset));
                Assert.Equal(PlaceOf(content, raw + piece.Raw.Length), text.LocateEnd(offset + piece.Text.Length));
            }

            offset += piece.Text.Length;
            raw += piece.Raw.Length;
        }
    });

    private static (string Name, string Before, string After, (string Text, string Raw)[] Escapes) Of(string format) => format switch
    {
        "xliff" => ("x.xlf", "<xliff version='1.2'><file source-language='en' target-language='vi'><body>\n<trans-unit id='1'><source>s</source>\n  <target>", "</target></trans-unit></body></file></xliff>", [.. Xml, ("", "<x id='1'/>"), ("", "<ph id='1'>code</ph>")]),
        "tmx" => ("x.tmx", "<tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>s</seg></tuv>\n<tuv xml:lang='vi'><seg>", "</seg></tuv></tu></body></tmx>", [.. Xml, ("", "<bpt i='1'>code</bpt>")]),
        "resx" => ("S.vi.resx", "<root>\n<data name='k' xml:space='preserve'><value>", "</value></data></root>", Xml),
        "po" => ("x.po", "msgid \"s\"\nmsgstr \"\"\n  \"", "\"\n", [("\n", "\\n"), ("\"", "\\\""), ("\t", "\\t"), ("", "\"\n\""), ("A", "\\101")]),
        "json" => ("vi.json", "{\"k\": {\n  \"l\": \"", "\"}}", Json),
        "yaml-double" => ("vi.yml", "# c\nk:\n  l: \"", "\"\n", Double),
        "yaml-single" => ("vi.yml", "k:\n  l: '", "'\n", [("'", "''"), (" ", "\n    "), ("\\n", "\\n")]),
        "yaml-plain" => ("vi.yml", "k:\n  l: ", "\n", [(" ", "\n    "), ("\n", "\n\n    "), ("'", "'"), ("\"", "\"")]),
        "yaml-literal" => ("vi.yml", "k:\n  l: |-\n    ", "\n", [("\n", "\n    "), ("#", "#"), ("\n\n", "\n\n    ")]),
        "tsv" => ("x.tsv", "en\tvi\ns\t", "\n", [("\"", "\"")]),
        "tsv-quoted" => ("x.csv", "en,vi\ns,\"", "\"\n", [("\"", "\"\""), ("\n", "\n"), (",", ",")]),
        "markdown" => ("x.vi.md", "# T\n\n> ", "\n", [("*", "\\*"), ("", "**"), ("", "`code`"), ("é", "&eacute;"), (" ", "\n> "), ("", "<br/>")]),
        _ => ("x.vi", "s\n\n", "\n", []),
    };

    private static LocatedText Read(string name, string content, string format)
    {
        var sink = new DiagnosticSink();
        using var folder = new TemporaryFolder();
        var options = new BilingualOptions { SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.Vietnamese };
        var segments = BilingualFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), folder[name], options, sink).ToList();
        Assert.True(segments.Count > 0, $"{format}: {string.Join("; ", sink.Items)} in {content}");
        Assert.False(sink.HasErrors, string.Join("; ", sink.Items));
        return segments[^1].Target!;
    }

    private static IEnumerable<(string Text, string Raw)> Pick(Random random, (string Text, string Raw)[] escapes)
    {
        var piece = escapes.Length > 0 && random.Next(2) == 0 ? escapes[random.Next(escapes.Length)] : Common[random.Next(Common.Length)];

        // What folds white space, and what emphasises, needs a letter behind it.
        return piece.Raw.Contains('\n', StringComparison.Ordinal) || piece.Raw[0] is '*' or '`' ? [piece, ("x", "x")] : [piece];
    }

    private static (int Line, int Column) PlaceOf(string content, int offset)
    {
        var before = content[..offset].Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return (before.Length, before[^1].Length + 1);
    }
}
