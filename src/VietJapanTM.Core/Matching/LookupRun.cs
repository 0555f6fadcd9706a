using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching;

/// <summary>
/// One look-up over one snapshot: searches each index that may answer, then fetches the units of the hits, pairs, penalises and ranks
/// them, the best first and no more than the answer needs.
/// </summary>
internal sealed class LookupRun(LookupQuery query, IndexSnapshot snapshot, IUnitSource source, string tenant, CancellationToken cancellationToken)
{
    /// <summary>Exact, and in context.</summary>
    private const int ContextScore = 101;

    [ThreadStatic]
    private static List<SegmentHit>? _foundByIndex;

    private readonly long _revision = snapshot.Resolve(query.AsOf);
    private readonly ContextHash? _previous = query.Previous is { } p ? ContextHash.Of(p) : null;
    private readonly ContextHash? _next = query.Next is { } n ? ContextHash.Of(n) : null;
    private readonly bool _hasContext = query.Previous is not null || query.Next is not null || (query.DocumentId is not null && query.Key is not null);
    private readonly List<LookupHit> _hits = [];
    private PriorityQueue<WaitingHit, WaitingHit> _waiting = null!;
    private PriorityQueue<MatchCandidate, MatchCandidate> _candidates = null!;
    private QueryText? _text;

    public LookupResult Answer()
    {
        (_waiting, _candidates) = (new(), new());
        var memories = SelectedMemories();
        if (query.Exhaustive)
        {
            Scan(memories);
        }
        else
        {
            Search(memories);
            AwaitUnits();
        }

        var result = Cut() with { Revision = _revision };
        return result.Matches.Any(m => m.Target is not null)
            ? result
            : result with { LacksSourceLanguage = Lack(memories, query.SourceLanguage), LacksTargetLanguage = Lack(memories, query.TargetLanguage) };
    }

    /// <summary>Every hit, the best score first.</summary>
    public ImmutableArray<LookupHit> Hits()
    {
        Search(SelectedMemories());

        // What would reach the threshold in context alone is no hit by itself.
        _hits.RemoveAll(hit => hit.Score < query.Threshold);
        Span<int> next = stackalloc int[ContextScore + 1];
        foreach (var hit in _hits)
        {
            next[hit.Score]++;
        }

        for (var (score, before) = (ContextScore, 0); score >= 0; score--)
        {
            (next[score], before) = (before, before + next[score]);
        }

        var hits = new LookupHit[_hits.Count];
        foreach (var hit in _hits)
        {
            hits[next[hit.Score]++] = hit;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(hits);
    }

    /// <summary>True where no live text of the memories answers a language.</summary>
    private bool Lack(ReadOnlySpan<IndexedMemory> memories, LanguageTag language)
    {
        foreach (var memory in memories)
        {
            foreach (var (key, index) in memory.All)
            {
                if (LocaleRelations.Of(language, key.Language) != LocaleRelation.None && index.HasRowAt(_revision))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private ReadOnlySpan<IndexedMemory> SelectedMemories()
    {
        if (query.Memories is not { } choices)
        {
            return snapshot.All;
        }

        return choices.DistinctBy(c => c.MemoryId, StringComparer.Ordinal).Select(c => snapshot.Memories.TryGetValue(c.MemoryId, out var memory)
            ? memory with { Settings = c.ApplyTo(memory.Settings) }
            : throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{c.MemoryId}'.", "memories")).ToArray();
    }

    /// <summary>The least score that a variant of a memory and language must have before penalties, or null where none is enough.</summary>
    private int? LeastScore(Memory memory, LanguageTag language, out int region)
    {
        var relation = LocaleRelations.Of(query.SourceLanguage, language);
        region = LocaleRelations.Penalty(relation);
        var least = query.Threshold + memory.Penalty + region;
        return relation == LocaleRelation.None || least > ContextScore ? null : Math.Min(least, 100);
    }

    private void Search(ReadOnlySpan<IndexedMemory> memories)
    {
        var found = _foundByIndex ??= [];
        foreach (var memory in memories)
        {
            foreach (var (key, index) in memory.All)
            {
                if (key.Profile == query.Profile && LeastScore(memory.Settings, key.Language, out var region) is { } threshold)
                {
                    // Indexes of one language share their analysis, and all that match the source are of one language.
                    _text ??= new QueryText(index.Forms, query.Text);
                    found.Clear();
                    index.Search(_text, threshold, _revision, found, cancellationToken);
                    _hits.EnsureCapacity(_hits.Count + found.Count);
                    foreach (var row in found)
                    {
                        _hits.Add(new LookupHit(row, memory.Settings, region));
                    }
                }
            }
        }

        // The list outlives the look-up, the chunks must not.
        found.Clear();
    }

    /// <summary>Few hits are fetched at once; of many those that may rank highest come first. Only exact hits can be in context.</summary>
    private void AwaitUnits()
    {
        if (_hits.Count <= FetchedAtOnce)
        {
            Fetch(CollectionsMarshal.AsSpan(_hits));
            return;
        }

        _waiting.EnqueueRange(_hits.Select(hit =>
        {
            var inContext = _hasContext && hit.Found.Score == 100 ? ContextScore - 100 : 0;
            var waiting = new WaitingHit(hit, hit.Score + inContext, hit.Found.Chunk.RankOf(hit.Found.Row));
            return (waiting, waiting);
        }));
    }

    /// <summary>Compares with every variant, without the index.</summary>
    private void Scan(ReadOnlySpan<IndexedMemory> memories)
    {
        var scan = new NaiveScan(query.Profile, query.SourceLanguage, query.Text);
        var settings = memories.ToArray().ToDictionary(m => m.Settings.Id, m => m.Settings, StringComparer.Ordinal);
        foreach (var (unit, _) in source.ReadUnitVersions(tenant, _revision, _revision))
        {
            for (var i = 0; settings.TryGetValue(unit.MemoryId, out var memory) && i < unit.Variants.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var variant = unit.Variants[i];
                if (IsOffered(variant)
                    && LeastScore(memory, variant.Language, out var region) is { } threshold
                    && scan.Score(variant.Text) is var score && score >= threshold)
                {
                    Pair(unit, i, score, memory, region);
                }
            }
        }
    }

    /// <summary>A rejected variant is never offered, and a blank one resembles nothing.</summary>
    private static bool IsOffered(Variant variant) => variant.Status != VariantStatus.Rejected && !string.IsNullOrWhiteSpace(variant.Text);

    /// <summary>As many as are wanted and one more, which tells whether the answer is complete.</summary>
    private int FetchedAtOnce => (int)Math.Min(int.MaxValue, Math.Max(8, query.MaxResults + 1L));

    private void FetchNext()
    {
        var hits = new LookupHit[Math.Min(_waiting.Count, FetchedAtOnce)];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = _waiting.Dequeue().Hit;
        }

        Fetch(hits);
    }

    private void Fetch(ReadOnlySpan<LookupHit> hits)
    {
        var names = new UnitVersionName[hits.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = new UnitVersionName(hits[i].UnitId, hits[i].Revision);
        }

        var units = source.FindUnitVersions(tenant, names);
        for (var i = 0; i < names.Length; i++)
        {
            if (units[i] is { } unit)
            {
                Pair(unit, hits[i].VariantIndex, hits[i].Found.Score, hits[i].Memory, hits[i].Region);
            }
        }
    }

    /// <summary>Offers a hit once for each translation, or once without.</summary>
    private void Pair(TranslationUnit unit, int sourceIndex, int score, Memory memory, int region)
    {
        var translated = false;
        for (var i = 0; i < unit.Variants.Length; i++)
        {
            var relation = i == sourceIndex || !IsOffered(unit.Variants[i])
                ? LocaleRelation.None
                : LocaleRelations.Of(query.TargetLanguage, unit.Variants[i].Language);
            if (relation != LocaleRelation.None)
            {
                translated = true;
                Offer(unit, sourceIndex, score, i, memory, region, LocaleRelations.Penalty(relation));
            }
        }

        if (!translated && !query.TranslatedOnly)
        {
            Offer(unit, sourceIndex, score, MatchCandidate.NoTarget, memory, region, targetRegion: 0);
        }
    }

    private void Offer(TranslationUnit unit, int sourceIndex, int hitScore, int target, Memory memory, int region, int targetRegion)
    {
        var variant = unit.Variants[sourceIndex];
        if (query.Filter.Excludes(unit, target == MatchCandidate.NoTarget ? variant : unit.Variants[target]))
        {
            return;
        }

        var previous = Compare(_previous, variant.Previous);
        var next = Compare(_next, variant.Next);
        var samePlace = query.DocumentId is { } d && query.Key is { } k && d == unit.DocumentId && k == unit.Key;
        var inContext = samePlace || (previous == ContextState.Same && next == ContextState.Same);
        var baseScore = inContext && IsExact(hitScore, variant) ? ContextScore : hitScore;
        var alignment = target == MatchCandidate.NoTarget ? 0 : AlignmentDoubt.Points(unit, variant, unit.Variants[target]);
        var score = baseScore - memory.Penalty - region - targetRegion - alignment;
        if (score >= query.Threshold)
        {
            var candidate = new MatchCandidate(
                unit, sourceIndex, target, memory, score, baseScore, region, targetRegion, alignment, previous, next, samePlace);
            _candidates.Enqueue(candidate, candidate);
        }
    }

    /// <summary>The plain profile takes texts for equal that differ in case; a match in context must not.</summary>
    private bool IsExact(int score, Variant variant) =>
        score == 100
        && (!query.Profile.IsPlain || SegmentScorer.Score(MatchProfile.Standard, variant.Language, query.Text, variant.Text) == 100);

    private static ContextState Compare(ContextHash? asked, ContextHash? stored) =>
        asked is null || stored is null ? ContextState.Unknown
        : asked == stored ? ContextState.Same
        : ContextState.Different;

    /// <summary>
    /// The candidates by rank. Units are fetched, and translations searched for forbidden terms, only as far as candidates are taken from
    /// this sequence: no hit ranks higher than the index says that it can, and a demotion only lowers.
    /// </summary>
    private IEnumerable<MatchCandidate> Ranked()
    {
        while (true)
        {
            while (_waiting.Count > 0 && (_candidates.Count == 0 || !_waiting.Peek().RanksAfter(_candidates.Peek(), _hasContext)))
            {
                FetchNext();
            }

            if (!_candidates.TryDequeue(out var candidate, out _))
            {
                yield break;
            }

            if (candidate.Flaws.IsDefault && query.Demotion is { } demotion && candidate.Target is { } target
                && demotion.Find(candidate.Source, target) is { IsEmpty: false } flaws)
            {
                if (candidate.Demoted(flaws) is var lower && lower.Score >= query.Threshold)
                {
                    _candidates.Enqueue(lower, lower);
                }
            }
            else
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Offers each translation once, with the source that ranks first, and no more than were asked for.</summary>
    private LookupResult Cut()
    {
        var matches = ImmutableArray.CreateBuilder<LookupMatch>();
        HashSet<(string, int)>? offered = null;
        foreach (var candidate in Ranked())
        {
            // Only a unit with several variants can be found twice.
            if (candidate.Unit.Variants.Length > 1 && !(offered ??= []).Add((candidate.Unit.Id, candidate.TargetIndex)))
            {
                continue;
            }

            if (matches.Count == query.MaxResults)
            {
                return new LookupResult(matches.DrainToImmutable(), Complete: false);
            }

            matches.Add(candidate.ToMatch());
        }

        return new LookupResult(matches.DrainToImmutable(), Complete: true);
    }
}
