using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// Joins the beads of several pairs into units. A unit holds two languages only where a bead of that very pair has just these spans, so that
/// a unit never says of two languages what their own pair does not say, or what a reviewer has rejected. Every bead with two sides that is
/// not rejected goes into exactly one unit.
/// </summary>
internal sealed class UnitJoiner
{
    private readonly int _languages;
    private readonly ImmutableArray<PairBeads> _pairs;

    /// <summary>What each span of a language stands beside in another language, by beads that no unit has yet.</summary>
    private readonly Dictionary<(int Language, SegmentSpan Span, int Other), (SegmentSpan Span, double Confidence)> _open = [];

    private UnitJoiner(int languages, ImmutableArray<PairBeads> pairs)
    {
        _languages = languages;
        _pairs = pairs;
    }

    /// <summary>The units, in order of the first language.</summary>
    /// <param name="languages">How many languages there are.</param>
    /// <param name="pairs">The beads of every pair, in the order of <see cref="LanguagePairs"/>.</param>
    public static ImmutableArray<AlignedUnit> Join(int languages, ImmutableArray<PairBeads> pairs)
    {
        var joiner = new UnitJoiner(languages, pairs);
        var beads = LanguagePairs.Of(languages)
            .Zip(pairs, (pair, its) => its.Beads.Where(Says).Select(bead => (pair.First, Source: SourceOf(bead), pair.Second, Target: TargetOf(bead), bead.Confidence)))
            .SelectMany(its => its)
            .ToList();
        foreach (var bead in beads)
        {
            joiner._open[(bead.First, bead.Source, bead.Second)] = (bead.Target, bead.Confidence);
            joiner._open[(bead.Second, bead.Target, bead.First)] = (bead.Source, bead.Confidence);
        }

        var units = new List<AlignedUnit>();
        foreach (var bead in beads)
        {
            if (joiner._open.ContainsKey((bead.First, bead.Source, bead.Second)))
            {
                units.Add(joiner.Take(bead.First, bead.Source, bead.Second, bead.Target));
            }
        }

        return [.. units.OrderBy(joiner.Position)];
    }

    private static bool Says(Bead bead) => !bead.IsOneSided && bead.Status != BeadStatus.Rejected;

    private static SegmentSpan SourceOf(Bead bead) => new(bead.SourceStart, bead.SourceCount);

    private static SegmentSpan TargetOf(Bead bead) => new(bead.TargetStart, bead.TargetCount);

    /// <summary>A bead, and every further language that all before it agree on.</summary>
    private AlignedUnit Take(int first, SegmentSpan source, int second, SegmentSpan target)
    {
        var spans = new SegmentSpan?[_languages];
        (spans[first], spans[second]) = (source, target);
        for (var other = 0; other < _languages; other++)
        {
            spans[other] ??= Agreed(spans, other);
        }

        var confidences = ImmutableArray.CreateBuilder<PairConfidence>();
        foreach (var (one, two) in LanguagePairs.Of(_languages))
        {
            if (spans[one] is { } x && spans[two] is { } y && _open.Remove((one, x, two), out var bead))
            {
                _open.Remove((two, y, one));
                confidences.Add(Sorted(_pairs[LanguagePairs.IndexOf(one, two, _languages)], bead.Confidence));
            }
        }

        return new AlignedUnit([.. spans], confidences.ToImmutable());
    }

    /// <summary>The span that stands beside all spans in another language, or null where there is none.</summary>
    private SegmentSpan? Agreed(SegmentSpan?[] spans, int other)
    {
        SegmentSpan? agreed = null;
        for (var language = 0; language < _languages; language++)
        {
            if (spans[language] is { } span)
            {
                if (!_open.TryGetValue((language, span, other), out var beside) || (agreed is { } known && known != beside.Span))
                {
                    return null;
                }

                agreed = beside.Span;
            }
        }

        return agreed;
    }

    /// <summary>Where a unit stands, measured in the first language: there, or after what precedes it there.</summary>
    private (int First, int Language, int Start) Position(AlignedUnit unit)
    {
        var language = unit.Spans.IndexOf(unit.Spans.First(span => span is not null));
        var start = unit.Spans[language]!.Value.Start;
        if (language == 0)
        {
            return (start, 0, start);
        }

        var beads = _pairs[LanguagePairs.IndexOf(0, language, _languages)].Beads;
        int low = 0, high = beads.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = beads[middle].TargetStart <= start ? (middle + 1, high) : (low, middle);
        }

        return (low == 0 ? 0 : beads[low - 1].SourceStart, language, start);
    }

    private static PairConfidence Sorted(PairBeads pair, double confidence) => pair.Source.CompareTo(pair.Target) <= 0
        ? new PairConfidence(pair.Source, pair.Target, confidence)
        : new PairConfidence(pair.Target, pair.Source, confidence);
}
