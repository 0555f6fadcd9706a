using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Decides between concepts that share a span by their neighbours: the concept whose nearest related concept, as the glossary
/// relates them, stands closest in the same text. <em>Secretario general</em> beside <em>Nguyen Phu Trong</em> is the Party's, beside
/// <em>ASEAN</em> ASEAN's. Equal distances decide nothing.
/// </summary>
internal static class Homographs
{
    // How many occurrences to either side may decide; keeps long texts linear.
    private const int Reach = 32;

    /// <summary>Marks the occurrences that their neighbours speak against.</summary>
    public static ImmutableArray<TermOccurrence> Decide(List<TermOccurrence> occurrences)
    {
        for (var first = 0; first < occurrences.Count;)
        {
            var end = first + 1;
            while (end < occurrences.Count && occurrences[end].Span == occurrences[first].Span)
            {
                end++;
            }

            if (end - first > 1)
            {
                Decide(occurrences, first, end);
            }

            first = end;
        }

        return [.. occurrences];
    }

    private static void Decide(List<TermOccurrence> occurrences, int first, int end)
    {
        var distances = new int[end - first];
        for (var i = first; i < end; i++)
        {
            distances[i - first] = NearestRelated(occurrences, i, first, end);
        }

        var nearest = distances.Min();
        for (var i = first; i < end; i++)
        {
            if (distances[i - first] > nearest)
            {
                occurrences[i] = occurrences[i] with { IsLikely = false };
            }
        }
    }

    private static int NearestRelated(List<TermOccurrence> occurrences, int of, int first, int end)
    {
        var nearest = int.MaxValue;
        var span = occurrences[of].Span;
        for (var i = Math.Max(0, first - Reach); i < Math.Min(occurrences.Count, end + Reach); i++)
        {
            if ((i < first || i >= end) && AreRelated(occurrences[of].Concept, occurrences[i].Concept))
            {
                var other = occurrences[i].Span;
                var distance = other.StartUtf16 >= span.EndUtf16 ? other.StartUtf16 - span.EndUtf16 : span.StartUtf16 - other.EndUtf16;
                nearest = Math.Min(nearest, Math.Max(0, distance));
            }
        }

        return nearest;
    }

    private static bool AreRelated(Concept one, Concept other) => one.Related.Contains(other.Id) || other.Related.Contains(one.Id);
}
