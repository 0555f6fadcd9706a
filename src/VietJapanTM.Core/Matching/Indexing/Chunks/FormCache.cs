using System.Collections.Concurrent;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// Analyses tokens of one language under one profile and remembers the last so many, because folding a word costs far more than
/// finding it. Thread-safe.
/// </summary>
internal sealed class FormCache(SegmentAnalyzer analyzer)
{
    /// <summary>Forms remembered; when they are more, all are forgotten.</summary>
    private const int Capacity = 1 << 15;

    /// <summary>Longer tokens are not remembered.</summary>
    private const int MaxLength = 64;

    private ConcurrentDictionary<string, AnalyzedForm> _forms = new(StringComparer.Ordinal);
    private int _count;

    public SegmentAnalyzer Analyzer => analyzer;

    public AnalyzedForm Find(ReadOnlySpan<char> token, TokenKind kind)
    {
        var forms = Volatile.Read(ref _forms);
        return forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var form) ? form : Add(forms, token.ToString(), kind);
    }

    private AnalyzedForm Add(ConcurrentDictionary<string, AnalyzedForm> forms, string token, TokenKind kind)
    {
        var form = new AnalyzedForm(analyzer.FormOf(token, kind), analyzer.Profile);
        if (token.Length <= MaxLength && forms.TryAdd(token, form) && Interlocked.Increment(ref _count) > Capacity)
        {
            Volatile.Write(ref _forms, new ConcurrentDictionary<string, AnalyzedForm>(StringComparer.Ordinal));
            Volatile.Write(ref _count, 0);
        }

        return form;
    }
}
