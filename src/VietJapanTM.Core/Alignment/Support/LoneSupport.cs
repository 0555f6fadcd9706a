using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Lattices;

namespace VietJapanTM.Alignment.Support;

/// <summary>
/// What a third language says of single sentences. Where all that it has of a sentence stands alone beside the second language, the sentence probably does
/// too, whatever names it shares with one there; where all of that is linked, the sentence hardly stands alone. Thread-safe.
/// </summary>
/// <param name="lengths">Sentences of each language.</param>
/// <param name="paths">The beads of sentences that each pair found by itself, with their posteriors, in the order of <see cref="LanguagePairs"/>.</param>
internal sealed class LoneSupport(IReadOnlyList<int> lengths, IReadOnlyList<IReadOnlyList<(Step Bead, double Posterior)>> paths)
{
    /// <summary>What a path gains that leaves a sentence alone whose counterpart surely is, as a natural logarithm.</summary>
    private const double Alone = 7;

    /// <summary>What a path loses that leaves a sentence alone whose counterpart surely is not.</summary>
    private const double Linked = 2;

    /// <summary>The same where sentences were merged on the way, so that what is linked may be the other's part.</summary>
    private const double LinkedInMerge = 0.5;

    /// <summary>What a path of a language and another gains, or loses, where it leaves each sentence of the first alone.</summary>
    public float[] Of(int language, int other)
    {
        var gains = new float[lengths[language]];
        for (var third = 0; third < lengths.Count; third++)
        {
            if (third != language && third != other)
            {
                Add(Partners(language, third), Partners(third, other), gains);
            }
        }

        return gains;
    }

    private static void Add(Partner[] toThird, Partner[] onward, float[] gains)
    {
        for (var i = 0; i < gains.Length; i++)
        {
            var span = toThird[i].Span;
            if (span.IsEmpty)
            {
                continue;
            }

            var (alone, linked) = (toThird[i].Posterior, toThird[i].Posterior);
            var loss = toThird[i].IsOneToOne ? Linked : LinkedInMerge;
            foreach (var partner in onward.AsSpan(span.Start, span.Count))
            {
                alone *= partner.Span.IsEmpty ? partner.Posterior : 0;
                linked *= partner.Span.IsEmpty ? 0 : partner.Posterior;
            }

            gains[i] += (float)((Alone * Math.Pow(alone, PairSupport.Caution)) - (loss * Math.Pow(linked, PairSupport.Caution)));
        }
    }

    /// <summary>What each sentence of a language is linked with in another.</summary>
    private Partner[] Partners(int language, int other)
    {
        var isSource = language < other;
        var partners = new Partner[lengths[language]];
        foreach (var (bead, posterior) in paths[LanguagePairs.IndexOf(Math.Min(language, other), Math.Max(language, other), lengths.Count)])
        {
            var (at, count, span) = isSource
                ? (bead.Source, bead.A, new SegmentSpan(bead.Target, bead.B))
                : (bead.Target, bead.B, new SegmentSpan(bead.Source, bead.A));
            partners.AsSpan(at, count).Fill(new Partner(span, posterior, bead is { A: 1, B: 1 }));
        }

        return partners;
    }

    private readonly record struct Partner(SegmentSpan Span, double Posterior, bool IsOneToOne);
}
