using System.Text;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>A sentence pair of the gold set, with what the check must find in it.</summary>
/// <param name="Id">The languages and a number: <c>es-en-001</c>.</param>
/// <param name="Source">The source text without marks.</param>
/// <param name="Target">The target text without marks.</param>
/// <param name="Shows">What the pair is about.</param>
/// <param name="Expected">The marks.</param>
internal sealed record GoldPair(string Id, string Source, string Target, string Shows, IReadOnlySet<GoldFinding> Expected)
{
    // A misspelt term is a missing one, which some rules see more closely: the marks stand at the term in the source.
    private const string MissingEquivalent = "VJT002";
    private const string Drift = "VJT004";
    private const string MisspeltName = "VJT008";

    public LanguageTag From => LanguageTag.Parse(Id[..2]);

    public LanguageTag To => LanguageTag.Parse(Id[3..5]);

    /// <summary>Reads a part of the set.</summary>
    public static List<GoldPair> ReadAll(string part) =>
    [
        .. File.ReadLines(RepositoryRoot.Combine("tests", "VietJapanTM.Exchange.Tests", "Glossary", "Goldens", $"check.{part}.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Parse),
    ];

    /// <summary>What the check finds, at the weight of a warning or above.</summary>
    public HashSet<GoldFinding> Found(TermRecognizer recognizer, TermChecker checker) =>
    [
        .. checker.Check(Source, From, Target, To)
            .Where(f => f.Severity >= FindingSeverity.Warning)
            .Select(f => f.Rule.Id == MisspeltName || (f.Rule.Id == Drift && !Expected.Any(e => e.Rule == Drift) && recognizer.Recognize(Source, From).Any(o => o.Concept.Id == f.Concept?.Id))
                ? recognizer.Recognize(Source, From).Where(o => o.Concept.Id == f.Concept?.Id)
                    .Select(o => new GoldFinding(MissingEquivalent, TextSide.Source, o.Span.StartUtf16, o.Span.EndUtf16)).First()
                : new GoldFinding(f.Rule.Id, f.Side, f.Span.StartUtf16, f.Span.EndUtf16)),
    ];

    private static GoldPair Parse(string line)
    {
        var cells = line.Split('\t');
        var expected = new HashSet<GoldFinding>();
        return new GoldPair(
            cells[0], Unmarked(cells[1], TextSide.Source, expected), Unmarked(cells[2], TextSide.Target, expected), cells[3], expected);
    }

    private static string Unmarked(string marked, TextSide side, HashSet<GoldFinding> expected)
    {
        var text = new StringBuilder();
        var start = 0;
        for (var at = 0; at < marked.Length; at++)
        {
            switch (marked[at])
            {
                case '[':
                    start = text.Length;
                    break;
                case '|':
                    var end = marked.IndexOf(']', at);
                    expected.Add(new GoldFinding(marked[(at + 1)..end], side, start, text.Length));
                    at = end;
                    break;
                default:
                    text.Append(marked[at]);
                    break;
            }
        }

        return text.ToString();
    }
}

/// <summary>A finding that is expected, or that was made: rule and place.</summary>
internal readonly record struct GoldFinding(string Rule, TextSide Side, int Start, int End)
{
    /// <summary>True where it is the same rule at the same words; an article or a title more or less does not count.</summary>
    public bool IsAt(GoldFinding other) => Rule == other.Rule && Side == other.Side && Start < other.End && other.Start < End;
}
