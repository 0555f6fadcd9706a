using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Decides by their neighbours which occurrences mean the glossary's concept. Of concepts that share a span the one whose nearest
/// related concept stands closest is meant: <em>secretario general</em> beside <em>Nguyen Phu Trong</em> is the Party's, beside
/// <em>ASEAN</em> ASEAN's; equal distances decide nothing. A term that is also a common word, or that stands beside a name which
/// the glossary does not know, is meant only where a related concept stands near.
/// </summary>
/// <param name="isRelatedToName">True for the concepts to which the glossary relates a name.</param>
internal sealed class Likelihood(Func<Concept, bool> isRelatedToName)
{
    // How many occurrences to either side may decide; keeps long texts linear.
    private const int Reach = 32;

    /// <summary>Marks the occurrences that their neighbours speak against.</summary>
    public ImmutableArray<TermOccurrence> Decide(List<TermOccurrence> occurrences, string text)
    {
        var decided = occurrences.ToArray();
        for (var first = 0; first < decided.Length;)
        {
            var end = first + 1;
            while (end < decided.Length && decided[end].Span == decided[first].Span)
            {
                end++;
            }

            if (end - first > 1 || MayMeanOther(occurrences, first, text))
            {
                Decide(occurrences, first, end, text, decided);
            }

            first = end;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(decided);
    }

    private void Decide(List<TermOccurrence> occurrences, int first, int end, string text, TermOccurrence[] decided)
    {
        Span<int> distances = stackalloc int[Math.Min(end - first, Reach)];
        var nearest = int.MaxValue;
        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = NearestRelated(occurrences, first + i, first, end);
            nearest = Math.Min(nearest, distances[i]);
        }

        for (var i = 0; i < distances.Length; i++)
        {
            if (distances[i] > nearest || (nearest == int.MaxValue && MayMeanOther(occurrences, first + i, text)))
            {
                decided[first + i] = occurrences[first + i] with { IsLikely = false };
            }
        }
    }

    private bool MayMeanOther(List<TermOccurrence> occurrences, int i, string text)
    {
        var occurrence = occurrences[i];
        return occurrence.Term.NeedsNeighbour
            || (occurrence.IsApproved && occurrence.Term.PartOfSpeech == PartOfSpeech.Noun
                && UnknownNames.StandBeside(occurrences, i, text) && isRelatedToName(occurrence.Concept));
    }

    private static int NearestRelated(List<TermOccurrence> occurrences, int of, int first, int end)
    {
        var nearest = int.MaxValue;
        var span = occurrences[of].Span;
        for (var i = Math.Max(0, first - Reach); i < Math.Min(occurrences.Count, end + Reach); i++)
        {
            // Two common words are no evidence for one another.
            if ((i < first || i >= end) && !occurrences[i].Term.NeedsNeighbour
                && Relations.Join(occurrences[of].Concept, occurrences[i].Concept))
            {
                var other = occurrences[i].Span;
                var distance = other.StartUtf16 >= span.EndUtf16 ? other.StartUtf16 - span.EndUtf16 : span.StartUtf16 - other.EndUtf16;
                nearest = Math.Min(nearest, Math.Max(0, distance));
            }
        }

        return nearest;
    }
}
