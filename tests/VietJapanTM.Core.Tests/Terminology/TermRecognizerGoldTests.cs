using System.Globalization;
using System.Text;
using VietJapanTM.Model;
using VietJapanTM.Terminology;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class TermRecognizerGoldTests
{
    private static readonly TermRecognizer Recognizer = new(GoldGlossary.Concepts);
    private static readonly RecognitionOptions WithDrift = new() { IncludeDrift = true };

    public static TheoryData<int, string, string, string> Rows()
    {
        var rows = new TheoryData<int, string, string, string>();
        var lines = File.ReadAllLines(
            RepositoryRoot.Combine("tests", "VietJapanTM.Core.Tests", "Terminology", "Goldens", "recognition.tsv"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] != '#')
            {
                var cells = lines[i].Split('\t');
                rows.Add(i + 1, cells[0], cells[1], cells[2]);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Recognize_GoldRow_MarksAsWritten(int line, string language, string shows, string marked)
    {
        var text = Unmarked(marked);
        var found = Recognizer.Recognize(text, LanguageTag.Parse(language), WithDrift);
        Assert.True(marked == Marked(text, found), $"line {line} ({shows}): expected {marked}, found {Marked(text, found)}");
    }

    [Fact]
    public void Recognize_TextWithAstralCharacters_CountsBothUnits()
    {
        var found = Assert.Single(Recognizer.Recognize("🤝🏽 la ASEAN", LanguageTag.Spanish));
        Assert.Equal(("ASEAN", 8, 13, 6, 11), (found.Text, found.Span.StartUtf16, found.Span.EndUtf16, found.Span.StartCodePoint, found.Span.EndCodePoint));
    }

    [Fact]
    public void Recognize_OtherRegion_SharesTerms()
    {
        var recognizer = new TermRecognizer([TestGlossary.Concept("asean", "es-MX:ASEAN/acronym")]);
        Assert.Single(recognizer.Recognize("la ASEAN", LanguageTag.Spanish));
        Assert.Single(recognizer.Recognize("la ASEAN", LanguageTag.Parse("es-ES")));
        Assert.Empty(recognizer.Recognize("la ASEAN", LanguageTag.English));
    }

    [Fact]
    public void Recognize_OtherScript_SharesNothing()
    {
        var recognizer = new TermRecognizer([TestGlossary.Concept("peace", "sr-Latn:mir")]);
        Assert.Single(recognizer.Recognize("mir", LanguageTag.Parse("sr")));
        Assert.Empty(recognizer.Recognize("mir", LanguageTag.Parse("sr-Cyrl")));
    }

    private static string Unmarked(string marked)
    {
        var text = new StringBuilder();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '|')
            {
                at = marked.IndexOf(']', at);
            }
            else if (marked[at] != '[')
            {
                text.Append(marked[at]);
            }
        }

        return text.ToString();
    }

    private static string Marked(string text, IEnumerable<TermOccurrence> found)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var sharers in found.GroupBy(o => o.Span))
        {
            var ids = sharers.OrderByDescending(o => o.IsLikely).Select(o => (o.IsLikely ? "" : "?") + o.Concept.Id);
            var kind = sharers.First().Match switch
            {
                MatchKind.Inflected => "+",
                MatchKind.Drift => "~",
                _ => "",
            };
            marked.Append(text, at, sharers.Key.StartUtf16 - at);
            marked.Append(CultureInfo.InvariantCulture, $"[{sharers.First().Text}|{string.Join(',', ids)}{kind}]");
            at = sharers.Key.EndUtf16;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }
}
