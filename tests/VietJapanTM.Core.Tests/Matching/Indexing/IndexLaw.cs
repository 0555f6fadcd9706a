using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Indexing;

/// <summary>An index under test with every row that it ever had, and the law that it must obey.</summary>
internal sealed class IndexLaw(MatchProfile profile, LanguageTag language)
{
    private readonly FormCache _forms = new(new SegmentAnalyzer(profile, language));
    private readonly List<LawRow> _rows = [];
    private SegmentIndex? _index;

    public static LanguageTag[] Languages { get; } = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    public IReadOnlyList<LawRow> Live => [.. _rows.Where(r => r.End is null)];

    public long Revision { get; private set; }

    private SegmentIndex Index => _index ??= new SegmentIndex(_forms);

    /// <summary>One write: so many random rows end, and the texts begin.</summary>
    public void Write(Random random, int ended, params IEnumerable<string> texts)
    {
        Revision++;
        var live = Enumerable.Range(0, _rows.Count).Where(i => _rows[i].End is null).ToArray();
        random.Shuffle(live);
        foreach (var at in live.Take(ended))
        {
            _rows[at] = _rows[at] with { End = Revision };
            Assert.Equal(1, Index.Chunks.Sum(c => c.End(_rows[at].Id, Revision)));
        }

        var builder = new ChunkBuilder(_forms);
        foreach (var (text, i) in texts.Select((t, i) => (t, i)))
        {
            _rows.Add(new LawRow($"{Revision}.{i}", text, Revision, null));
            builder.Add(_rows[^1].Id, 0, Revision, null, text, rank: 0);
        }

        _index = Index with { Chunks = [.. Index.Chunks, builder.Build(Label)] };
    }

    /// <summary>Merges some of the chunks at the end; rows that ended at or before a revision may be forgotten.</summary>
    public void Merge(Random random, long floor)
    {
        var kept = random.Next(Index.Chunks.Length + 1);
        var merged = ChunkMerging.Merge(_forms, Index.Chunks[kept..], Label, floor, Revision, default);
        _index = Index with { Chunks = [.. Index.Chunks[..kept], merged] };
    }

    /// <summary>The index answers what the scan answers: the same rows with the same scores.</summary>
    public void AssertSameAsScan(string query, int threshold, long? asOf = null)
    {
        var revision = asOf ?? Revision;
        var scan = new NaiveScan(profile, language, query);
        var expected = _rows
            .Where(r => r.Begin <= revision && (r.End is null || revision < r.End))
            .Select(r => (Score: scan.Score(r.Text), r.Id))
            .Where(r => r.Score >= threshold)
            .Select(r => $"{r.Score} {r.Id}")
            .Order(StringComparer.Ordinal);
        var found = Search(query, threshold, revision).Select(h => $"{h.Score} {h.Chunk.UnitIdOf(h.Row)}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, found);
    }

    public List<SegmentHit> Search(string query, int threshold, long revision)
    {
        var hits = new List<SegmentHit>();
        Index.Search(new QueryText(_forms, query), threshold, revision, hits, default);
        return hits;
    }

    private ChunkLabel Label => new("m", language.Value, profile.Name, profile.Version);
}

/// <summary>A row as the law knows it.</summary>
internal sealed record LawRow(string Id, string Text, long Begin, long? End);
