using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// Joins the beads of several pairs that share the same span of a language. Two groups join only where they agree on the span
/// of every language that both have, so a unit never holds two spans of one language.
/// </summary>
internal static class UnitJoiner
{
    public static ImmutableArray<AlignedUnit> Join(int languages, ImmutableArray<PairBeads> pairs)
    {
        var groups = new List<Group>();
        var bySpan = new Dictionary<(int Language, SegmentSpan Span), Group>();
        var pair = 0;
        foreach (var (first, second) in LanguagePairs.Of(languages))
        {
            foreach (var bead in pairs[pair++].Beads)
            {
                if (!bead.IsOneSided && bead.Status != BeadStatus.Rejected)
                {
                    Add(languages, first, second, bead, bySpan, groups);
                }
            }
        }

        return
        [
            .. groups.Where(group => group.Live)
                .OrderBy(group => group.Position(pairs, languages))
                .Select(group => group.ToUnit(pairs, languages)),
        ];
    }

    private static void Add(
        int languages, int first, int second, Bead bead, Dictionary<(int Language, SegmentSpan Span), Group> bySpan, List<Group> groups)
    {
        var one = (first, new SegmentSpan(bead.SourceStart, bead.SourceCount));
        var two = (second, new SegmentSpan(bead.TargetStart, bead.TargetCount));
        var group = new Group(languages);
        group.Spans[first] = one.Item2;
        group.Spans[second] = two.Item2;
        group.Confidences.Add((LanguagePairs.IndexOf(first, second, languages), bead.Confidence));
        groups.Add(group);
        foreach (var key in (ReadOnlySpan<(int, SegmentSpan)>)[one, two])
        {
            if (bySpan.TryGetValue(key, out var other) && other != group && other.Agrees(group))
            {
                other.Absorb(group);
                group = other;
            }
        }

        for (var language = 0; language < languages; language++)
        {
            if (group.Spans[language] is { } span)
            {
                bySpan[(language, span)] = group;
            }
        }
    }

    private sealed class Group(int languages)
    {
        public SegmentSpan?[] Spans { get; } = new SegmentSpan?[languages];

        public List<(int Pair, double Confidence)> Confidences { get; } = [];

        public bool Live { get; private set; } = true;

        /// <summary>Where the unit stands, measured in the first language: there, or after what precedes it there.</summary>
        public (int First, int Language, int Start) Position(ImmutableArray<PairBeads> pairs, int languages)
        {
            var language = Array.FindIndex(Spans, span => span is not null);
            var start = Spans[language]!.Value.Start;
            if (language == 0)
            {
                return (start, 0, start);
            }

            var beads = pairs[LanguagePairs.IndexOf(0, language, languages)].Beads;
            int low = 0, high = beads.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = beads[middle].TargetStart <= start ? (middle + 1, high) : (low, middle);
            }

            return (low == 0 ? 0 : beads[low - 1].SourceStart, language, start);
        }

        public bool Agrees(Group other)
        {
            for (var language = 0; language < Spans.Length; language++)
            {
                if (Spans[language] is { } mine && other.Spans[language] is { } theirs && mine != theirs)
                {
                    return false;
                }
            }

            return true;
        }

        public void Absorb(Group other)
        {
            for (var language = 0; language < Spans.Length; language++)
            {
                Spans[language] ??= other.Spans[language];
            }

            Confidences.AddRange(other.Confidences);
            other.Live = false;
        }

        public AlignedUnit ToUnit(ImmutableArray<PairBeads> pairs, int languages)
        {
            Confidences.Sort((x, y) => x.Pair.CompareTo(y.Pair));
            return new AlignedUnit([.. Spans], [.. Confidences.Select(c => Sorted(pairs[c.Pair], c.Confidence))]);
        }

        private static PairConfidence Sorted(PairBeads pair, double confidence) =>
            pair.Source.CompareTo(pair.Target) <= 0
                ? new PairConfidence(pair.Source, pair.Target, confidence)
                : new PairConfidence(pair.Target, pair.Source, confidence);
    }
}
