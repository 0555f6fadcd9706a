using System.Collections.Immutable;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>Everything that a look-up sees, at one moment. Immutable.</summary>
/// <param name="Version">Rows are seen that live at this version.</param>
/// <param name="Revision">The newest revision of the store whose changes are in it.</param>
/// <param name="Profiles">The profiles that each memory has indexes for.</param>
/// <param name="Memories">The memories by id.</param>
internal sealed record IndexSnapshot(
    int Version,
    long Revision,
    ImmutableArray<MatchProfile> Profiles,
    ImmutableSortedDictionary<string, IndexedMemory> Memories)
{
    public static IndexSnapshot Empty { get; } =
        new(0, 0, [MatchProfile.Standard], ImmutableSortedDictionary.Create<string, IndexedMemory>(StringComparer.Ordinal));
}

/// <summary>A memory with its indexes.</summary>
/// <param name="Settings">Its priority and penalty.</param>
/// <param name="Indexes">An index for each language and profile in use.</param>
internal sealed record IndexedMemory(Memory Settings, ImmutableDictionary<IndexKey, ISegmentIndex> Indexes);

/// <summary>What an index of a memory holds.</summary>
/// <param name="Language">The variants' language, to the letter.</param>
/// <param name="Profile">What it is searched under.</param>
internal readonly record struct IndexKey(LanguageTag Language, MatchProfile Profile);
