using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Indexing;

/// <summary>An index under test with its writer's bookkeeping, and the law that it must obey.</summary>
internal sealed class IndexLaw(MatchProfile profile, LanguageTag language)
{
    private readonly List<SegmentRow> _live = [];
    private ISegmentIndex _index = new ChunkedIndex(new SegmentVocabulary(new SegmentAnalyzer(profile, language)));
    private int _version;

    public static LanguageTag[] Languages { get; } = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    public IReadOnlyList<SegmentRow> Live => _live;

    /// <summary>One write: so many random rows end, and the texts begin.</summary>
    public void Write(Random random, int ended, params IEnumerable<string> texts)
    {
        _version++;
        ended = Math.Min(ended, _live.Count);
        for (var i = 0; i < ended; i++)
        {
            var at = random.Next(_live.Count);
            _live[at].End(_version);
            _live.RemoveAt(at);
        }

        var added = texts.Select(Row).ToList();
        _live.AddRange(added);
        _index = _index.With(added, ended, _version);
    }

    /// <summary>The index answers what the scan answers: the same rows with the same scores.</summary>
    public void AssertSameAsScan(string query, int threshold)
    {
        var expected = new List<SegmentHit>();
        NaiveScan.Search(_index, query, threshold, _version, expected, default);
        Assert.Equal(Sorted(expected), Sorted(Search(query, threshold)));
    }

    public List<SegmentHit> Search(string query, int threshold)
    {
        var hits = new List<SegmentHit>();
        _index.Search(_index.Vocabulary.Analyze(query), threshold, _version, hits, default);
        return hits;
    }

    private static List<string> Sorted(List<SegmentHit> hits) =>
        [.. hits.Select(h => $"{h.Score} {h.Row.Unit.Id} {h.Row.Variant.Text}").Order(StringComparer.Ordinal)];

    private SegmentRow Row(string text, int index) => new(
        new TranslationUnit { Id = $"{_version}.{index}", MemoryId = "m", Variants = [new Variant { Language = language, Text = text }] }, 0);
}
