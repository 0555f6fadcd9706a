using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing;

/// <summary>A query cut into tokens, before any chunk's numbers. Immutable.</summary>
internal sealed class QueryText
{
    [ThreadStatic]
    private static List<Token>? _cut;

    /// <summary>Cuts a text.</summary>
    public QueryText(FormCache cache, string text)
    {
        Analyzer = cache.Analyzer;
        var cut = _cut ??= [];
        cut.Clear();
        Analyzer.Cut(text, cut);
        Forms = new AnalyzedForm[cut.Count];
        Gaps = new Gap[cut.Count];
        for (var i = 0; i < Forms.Length; i++)
        {
            Forms[i] = cache.Find(cut[i].Of(text), cut[i].Kind);
            Gaps[i] = Analyzer.GapBefore(text, cut, i);
            Weight += Forms[i].Weight;
            KeyCount += Profile.IsKeyed(Forms[i].Kind) ? 1 : 0;
        }
    }

    public SegmentAnalyzer Analyzer { get; }

    public MatchProfile Profile => Analyzer.Profile;

    public AnalyzedForm[] Forms { get; }

    public Gap[] Gaps { get; }

    public int Weight { get; }

    /// <summary>How many of the tokens have keys.</summary>
    public int KeyCount { get; }
}
