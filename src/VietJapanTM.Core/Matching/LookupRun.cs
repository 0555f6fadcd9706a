using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>One look-up over one snapshot: searches each index that may answer, then pairs, penalises, orders and cuts.</summary>
internal sealed class LookupRun(LookupQuery query, IndexSnapshot snapshot, CancellationToken cancellationToken)
{
    /// <summary>Exact, and in context.</summary>
    private const int ContextScore = 101;

    private readonly ContextHash? _previous = query.Previous is { } p ? ContextHash.Of(p) : null;
    private readonly ContextHash? _next = query.Next is { } n ? ContextHash.Of(n) : null;
    private readonly List<SegmentHit> _hits = [];
    private readonly List<MatchCandidate> _candidates = [];
    private QuerySegment? _segment;

    public LookupResult Answer()
    {
        var memories = SelectedMemories().ToList();
        foreach (var memory in memories)
        {
            foreach (var (key, index) in memory.Indexes)
            {
                if (key.Profile == query.Profile)
                {
                    Search(memory.Settings, key.Language, index);
                }
            }
        }

        _candidates.Sort();
        var result = Cut();
        return result.Matches.Any(m => m.Target is not null)
            ? result
            : result with { LacksSourceLanguage = Lack(memories, query.SourceLanguage), LacksTargetLanguage = Lack(memories, query.TargetLanguage) };
    }

    /// <summary>True where no live text of the memories answers a language.</summary>
    private bool Lack(List<IndexedMemory> memories, LanguageTag language) => !memories
        .SelectMany(m => m.Indexes)
        .Any(i => LocaleRelations.Of(language, i.Key.Language) != LocaleRelation.None && i.Value.Rows(snapshot.Version).Any());

    private IEnumerable<IndexedMemory> SelectedMemories()
    {
        if (query.Memories is not { } choices)
        {
            return snapshot.Memories.Values;
        }

        return choices.DistinctBy(c => c.MemoryId, StringComparer.Ordinal).Select(c => snapshot.Memories.TryGetValue(c.MemoryId, out var memory)
            ? memory with { Settings = c.ApplyTo(memory.Settings) }
            : throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{c.MemoryId}'.", "memories"));
    }

    private void Search(Memory memory, LanguageTag language, ISegmentIndex index)
    {
        var relation = LocaleRelations.Of(query.SourceLanguage, language);
        var region = LocaleRelations.Penalty(relation);
        var leastBase = query.Threshold + memory.Penalty + region;
        if (relation == LocaleRelation.None || leastBase > ContextScore)
        {
            return;
        }

        _hits.Clear();
        var threshold = Math.Min(leastBase, 100);
        if (query.Exhaustive)
        {
            NaiveScan.Search(index, query.Text, threshold, snapshot.Version, _hits, cancellationToken);
        }
        else
        {
            // Indexes of one language share a vocabulary, and all that match the source are of one language.
            _segment ??= index.Vocabulary.Analyze(query.Text);
            index.Search(_segment, threshold, snapshot.Version, _hits, cancellationToken);
        }

        _candidates.EnsureCapacity(_candidates.Count + _hits.Count);
        foreach (var hit in _hits)
        {
            Pair(hit, memory, region);
        }
    }

    /// <summary>Offers a hit once for each translation, or once without.</summary>
    private void Pair(SegmentHit hit, Memory memory, int region)
    {
        var variants = hit.Row.Unit.Variants;
        var translated = false;
        for (var i = 0; i < variants.Length; i++)
        {
            if (i == hit.Row.VariantIndex || variants[i].Status == VariantStatus.Rejected || string.IsNullOrWhiteSpace(variants[i].Text))
            {
                continue;
            }

            var relation = LocaleRelations.Of(query.TargetLanguage, variants[i].Language);
            if (relation != LocaleRelation.None)
            {
                translated = true;
                Offer(hit, i, memory, region, LocaleRelations.Penalty(relation));
            }
        }

        if (!translated && !query.TranslatedOnly)
        {
            Offer(hit, MatchCandidate.NoTarget, memory, region, targetRegion: 0);
        }
    }

    private void Offer(SegmentHit hit, int target, Memory memory, int region, int targetRegion)
    {
        var unit = hit.Row.Unit;
        if (query.Filter.Excludes(unit, target == MatchCandidate.NoTarget ? hit.Row.Variant : unit.Variants[target]) is not null)
        {
            return;
        }

        var previous = Compare(_previous, hit.Row.Variant.Previous);
        var next = Compare(_next, hit.Row.Variant.Next);
        var samePlace = query.DocumentId is { } d && query.Key is { } k && d == unit.DocumentId && k == unit.Key;
        var inContext = samePlace || (previous == ContextState.Same && next == ContextState.Same);
        var baseScore = inContext && IsExact(hit) ? ContextScore : hit.Score;
        var score = baseScore - memory.Penalty - region - targetRegion;
        if (score >= query.Threshold)
        {
            _candidates.Add(new MatchCandidate(hit.Row, target, memory, score, baseScore, region, targetRegion, previous, next, samePlace));
        }
    }

    /// <summary>The plain profile takes texts for equal that differ in case; a match in context must not.</summary>
    private bool IsExact(SegmentHit hit) =>
        hit.Score == 100
        && (!query.Profile.IsPlain
            || SegmentScorer.Score(MatchProfile.Standard, hit.Row.Variant.Language, query.Text, hit.Row.Variant.Text) == 100);

    private static ContextState Compare(ContextHash? asked, ContextHash? stored) =>
        asked is null || stored is null ? ContextState.Unknown
        : asked == stored ? ContextState.Same
        : ContextState.Different;

    /// <summary>
    /// The candidates by rank. Those that hold forbidden terms come where their lower score puts them; only as many translations are
    /// read for that as are taken from this sequence.
    /// </summary>
    private IEnumerable<MatchCandidate> Ranked()
    {
        if (query.Demotion is not { } demotion)
        {
            return _candidates;
        }

        return Ranked(demotion);
    }

    private IEnumerable<MatchCandidate> Ranked(TermDemotion demotion)
    {
        var demoted = new PriorityQueue<MatchCandidate, MatchCandidate>();
        foreach (var candidate in _candidates)
        {
            while (demoted.Count > 0 && demoted.Peek().CompareTo(candidate) < 0)
            {
                yield return demoted.Dequeue();
            }

            var flaws = candidate.Target is { } target ? demotion.Find(candidate.Row.Variant, target) : [];
            if (flaws.IsEmpty)
            {
                yield return candidate;
            }
            else if (candidate.Demoted(flaws) is var lower && lower.Score >= query.Threshold)
            {
                demoted.Enqueue(lower, lower);
            }
        }

        while (demoted.Count > 0)
        {
            yield return demoted.Dequeue();
        }
    }

    /// <summary>Offers each translation once, with the source that ranks first, and no more than were asked for.</summary>
    private LookupResult Cut()
    {
        var matches = ImmutableArray.CreateBuilder<LookupMatch>(Math.Min(_candidates.Count, query.MaxResults));
        HashSet<(string, int)>? offered = null;
        foreach (var candidate in Ranked())
        {
            // Only a unit with several variants can be found twice.
            if (candidate.Row.Unit.Variants.Length > 1
                && !(offered ??= []).Add((candidate.Row.Unit.Id, candidate.TargetIndex)))
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
