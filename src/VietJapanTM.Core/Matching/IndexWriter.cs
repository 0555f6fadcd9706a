using System.Collections.Immutable;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// Makes the next snapshot from changes. Remembers which rows each unit has, which only a writer needs. One caller at a time.
/// </summary>
internal sealed class IndexWriter
{
    private readonly Dictionary<string, SegmentRow[]> _rowsOfUnit = new(StringComparer.Ordinal);
    private readonly Dictionary<(MatchProfile Profile, string Language), SegmentVocabulary> _vocabularies = [];

    /// <summary>The next snapshot: with a memory's settings.</summary>
    public static IndexSnapshot Put(IndexSnapshot snapshot, Memory memory)
    {
        var indexes = snapshot.Memories.TryGetValue(memory.Id, out var known)
            ? known.Indexes
            : ImmutableDictionary<IndexKey, ISegmentIndex>.Empty;
        return snapshot with { Memories = snapshot.Memories.SetItem(memory.Id, new IndexedMemory(memory, indexes)) };
    }

    /// <summary>The next snapshot: with the changes, up to <paramref name="revision"/> at least.</summary>
    public IndexSnapshot Apply(IndexSnapshot snapshot, List<UnitChange> changes, long revision)
    {
        var version = snapshot.Version + 1;
        var deltas = new Dictionary<(string Memory, LanguageTag Language), Delta>();
        foreach (var change in changes)
        {
            End(change.UnitId, version, deltas);
            if (change.Unit is { } unit)
            {
                Begin(unit, deltas);
            }
        }

        foreach (var ((memoryId, language), delta) in deltas)
        {
            if (!snapshot.Memories.ContainsKey(memoryId))
            {
                snapshot = Put(snapshot, new Memory { Id = memoryId });
            }

            delta.Added.RemoveAll(row => !row.IsLiveAt(version));
            foreach (var profile in snapshot.Profiles)
            {
                snapshot = With(snapshot, memoryId, new IndexKey(language, profile), delta.Added, delta.Ended, version);
            }
        }

        return snapshot with { Version = version, Revision = Math.Max(snapshot.Revision, revision) };
    }

    /// <summary>The next snapshot: with indexes for one more profile, made from the rows of the first.</summary>
    public IndexSnapshot Serve(IndexSnapshot snapshot, MatchProfile profile)
    {
        if (snapshot.Profiles.Contains(profile))
        {
            return snapshot;
        }

        var next = snapshot with { Profiles = snapshot.Profiles.Add(profile) };
        foreach (var (memoryId, memory) in snapshot.Memories)
        {
            foreach (var (key, index) in memory.Indexes.Where(i => i.Key.Profile == snapshot.Profiles[0]))
            {
                var rows = index.Rows(snapshot.Version).ToList();
                next = With(next, memoryId, key with { Profile = profile }, rows, ended: 0, snapshot.Version);
            }
        }

        return next;
    }

    private static Delta DeltaOf(Dictionary<(string, LanguageTag), Delta> deltas, SegmentRow row)
    {
        var key = (row.Unit.MemoryId, row.Variant.Language);
        if (!deltas.TryGetValue(key, out var delta))
        {
            deltas.Add(key, delta = new Delta());
        }

        return delta;
    }

    private void End(string unitId, int version, Dictionary<(string, LanguageTag), Delta> deltas)
    {
        if (!_rowsOfUnit.Remove(unitId, out var rows))
        {
            return;
        }

        foreach (var row in rows)
        {
            row.End(version);
            DeltaOf(deltas, row).Ended++;
        }
    }

    /// <summary>A rejected variant is never offered, and a blank one resembles nothing.</summary>
    private void Begin(TranslationUnit unit, Dictionary<(string, LanguageTag), Delta> deltas)
    {
        var rows = new List<SegmentRow>(unit.Variants.Length);
        for (var i = 0; i < unit.Variants.Length; i++)
        {
            if (unit.Variants[i].Status != VariantStatus.Rejected && !string.IsNullOrWhiteSpace(unit.Variants[i].Text))
            {
                var row = new SegmentRow(unit, i);
                rows.Add(row);
                DeltaOf(deltas, row).Added.Add(row);
            }
        }

        _rowsOfUnit[unit.Id] = [.. rows];
    }

    private IndexSnapshot With(IndexSnapshot snapshot, string memoryId, IndexKey key, List<SegmentRow> added, int ended, int version)
    {
        var memory = snapshot.Memories[memoryId];
        var index = memory.Indexes.TryGetValue(key, out var known) ? known : new ChunkedIndex(VocabularyOf(key));
        memory = memory with { Indexes = memory.Indexes.SetItem(key, index.With(added, ended, version)) };
        return snapshot with { Memories = snapshot.Memories.SetItem(memoryId, memory) };
    }

    private SegmentVocabulary VocabularyOf(IndexKey key)
    {
        if (!_vocabularies.TryGetValue((key.Profile, key.Language.Primary), out var vocabulary))
        {
            vocabulary = new SegmentVocabulary(new SegmentAnalyzer(key.Profile, key.Language));
            _vocabularies.Add((key.Profile, key.Language.Primary), vocabulary);
        }

        return vocabulary;
    }

    private sealed class Delta
    {
        public List<SegmentRow> Added { get; } = [];

        public int Ended { get; set; }
    }
}
