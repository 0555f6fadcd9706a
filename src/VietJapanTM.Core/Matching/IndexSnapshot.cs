using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>Everything that a look-up sees, at one moment. Immutable.</summary>
/// <param name="Revision">The newest revision of the store whose changes are in it.</param>
/// <param name="Floor">The oldest revision that can be looked up as of.</param>
/// <param name="Profiles">The profiles that each memory has indexes for.</param>
/// <param name="Memories">The memories by id.</param>
internal sealed record IndexSnapshot(
    long Revision,
    long Floor,
    ImmutableArray<MatchProfile> Profiles,
    ImmutableSortedDictionary<string, IndexedMemory> Memories)
{
    private IndexedMemory[]? _all;

    /// <summary>The memories by id.</summary>
    public ImmutableSortedDictionary<string, IndexedMemory> Memories
    {
        get;
        init => (field, _all) = (value, null);
    } = Memories;

    /// <summary>The memories, in the order of their ids; quicker to walk through.</summary>
    public ReadOnlySpan<IndexedMemory> All => _all ??= [.. Memories.Values];

    /// <summary>A snapshot of nothing that serves some profiles.</summary>
    public static IndexSnapshot Of(params ImmutableArray<MatchProfile> profiles) =>
        new(0, 0, profiles, ImmutableSortedDictionary.Create<string, IndexedMemory>(StringComparer.Ordinal));

    /// <summary>With a memory's settings; its indexes stay.</summary>
    public IndexSnapshot With(Memory memory)
    {
        var indexes = Memories.TryGetValue(memory.Id, out var known) ? known.Indexes : ImmutableDictionary<IndexKey, SegmentIndex>.Empty;
        return this with { Memories = Memories.SetItem(memory.Id, new IndexedMemory(memory, indexes)) };
    }

    /// <summary>
    /// Without memories that are there no more and hold nothing. One that has an index stays, because look-ups as of an earlier revision may still
    /// ask for it.
    /// </summary>
    public IndexSnapshot WithoutUnused(IReadOnlyList<Memory> live)
    {
        var gone = Memories.Values.Where(m => m.Indexes.IsEmpty && !live.Any(l => l.Id == m.Settings.Id)).Select(m => m.Settings.Id).ToList();
        return gone.Count == 0 ? this : this with { Memories = Memories.RemoveRange(gone) };
    }

    /// <summary>With an index of a memory, which becomes known, without priority or penalty, where it is not.</summary>
    public IndexSnapshot With(string memoryId, IndexKey key, SegmentIndex index)
    {
        var memory = Memories.TryGetValue(memoryId, out var known)
            ? known
            : new IndexedMemory(new Memory { Id = memoryId }, ImmutableDictionary<IndexKey, SegmentIndex>.Empty);
        return this with { Memories = Memories.SetItem(memoryId, memory with { Indexes = memory.Indexes.SetItem(key, index) }) };
    }

    /// <summary>The revision asked for, or the newest.</summary>
    /// <exception cref="DomainException">RevisionOutOfRange: it is not there yet, or no longer.</exception>
    public long Resolve(long? asOf)
    {
        var revision = asOf ?? Revision;
        return revision > Revision
            ? throw new DomainException(
                ErrorCode.RevisionOutOfRange, $"There is no revision {revision}; the newest is {Revision}.", "as_of_revision")
            : revision < Floor
            ? throw new DomainException(
                ErrorCode.RevisionOutOfRange,
                $"Revision {revision} can no longer be looked up; the oldest that can is {Floor}.",
                "as_of_revision")
            : revision;
    }

    /// <summary>Every index with its memory and key.</summary>
    public IEnumerable<(string MemoryId, IndexKey Key, SegmentIndex Index)> Indexes() =>
        Memories.SelectMany(m => m.Value.Indexes.Select(i => (m.Key, i.Key, i.Value)));
}

/// <summary>A memory with its indexes.</summary>
/// <param name="Settings">Its priority and penalty.</param>
/// <param name="Indexes">An index for each language and profile in use.</param>
internal sealed record IndexedMemory(Memory Settings, ImmutableDictionary<IndexKey, SegmentIndex> Indexes)
{
    private KeyValuePair<IndexKey, SegmentIndex>[]? _all;

    /// <summary>An index for each language and profile in use.</summary>
    public ImmutableDictionary<IndexKey, SegmentIndex> Indexes
    {
        get;
        init => (field, _all) = (value, null);
    } = Indexes;

    /// <summary>The indexes; quicker to walk through.</summary>
    public ReadOnlySpan<KeyValuePair<IndexKey, SegmentIndex>> All => _all ??= [.. Indexes];
}

/// <summary>What an index of a memory holds.</summary>
/// <param name="Language">The variants' language, to the letter.</param>
/// <param name="Profile">What it is searched under.</param>
internal readonly record struct IndexKey(LanguageTag Language, MatchProfile Profile);
