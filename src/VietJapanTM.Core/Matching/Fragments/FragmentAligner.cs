using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// Says where a piece of a source stands in its translation: the run of words that the shipped lexicons join to words of the piece more strongly
/// than to other words of the source. A word adds what speaks for the piece and takes off what speaks against it, a little less the further it stands
/// from where the piece would be if both texts went in step; the run with the largest sum is the answer (Kadane's algorithm), unless it accounts for
/// less than half of the piece. Thread-safe.
/// </summary>
internal static class FragmentAligner
{
    /// <summary>Weaker links are no evidence; the sum of both probabilities.</summary>
    private const float LeastLink = 0.05f;

    /// <summary>More is no stronger evidence, so that one frequent pair does not carry a long run.</summary>
    private const float MostLink = 0.6f;

    /// <summary>What a word costs that nothing joins to the source.</summary>
    private const float Unlinked = 0.05f;

    /// <summary>The least sum of a run.</summary>
    private const float LeastSum = 0.2f;

    /// <summary>What evidence loses from one end of the text to the other.</summary>
    private const float Distance = 0.3f;

    /// <summary>The run; empty where there is no lexicon, or none that is sure.</summary>
    public static ImmutableArray<TextSpan> Align(Variant source, TextSpan piece, Variant target)
    {
        var (sources, targets) = (EvidenceWord.Cut(source.Text), EvidenceWord.Cut(target.Text));
        if (WordLinks.Of(source.Language, sources, target.Language, targets) is not { } links)
        {
            return [];
        }

        var isInPiece = sources.ConvertAll(w => w.Start >= piece.StartUtf16 && w.End <= piece.EndUtf16);
        var middle = (piece.StartUtf16 + piece.EndUtf16) / (2f * source.Text.Length);
        var (first, end, sum) = BestRun(
            targets.Count, t => Worth(links, isInPiece, t) * (1 - (Distance * Math.Abs(middle - ((float)targets[t].Start / target.Text.Length)))));
        return sum >= LeastSum && IsAccountedFor(links, isInPiece, first, end)
            ? [new CodePointCounter(target.Text).Span(targets[first].Start, targets[end - 1].End)]
            : [];
    }

    private static float Worth(WordLinks links, List<bool> isInPiece, int target)
    {
        var (inside, outside) = (0f, 0f);
        for (var source = 0; source < isInPiece.Count; source++)
        {
            ref var best = ref isInPiece[source] ? ref inside : ref outside;
            best = Math.Max(best, links[source, target]);
        }

        return Math.Max(inside, outside) < LeastLink ? -Unlinked : Evidence(inside) - Evidence(outside);
    }

    private static float Evidence(float link) => link < LeastLink ? 0 : Math.Min(link, MostLink);

    private static (int First, int End, float Sum) BestRun(int count, Func<int, float> worth)
    {
        var (first, end, best) = (0, 0, 0f);
        var (start, sum) = (0, 0f);
        for (var at = 0; at < count; at++)
        {
            (start, sum) = sum <= 0 ? (at, worth(at)) : (start, sum + worth(at));
            if (sum > best)
            {
                (first, end, best) = (start, at + 1, sum);
            }
        }

        return (first, end, best);
    }

    /// <summary>True where at least half of the piece's words that the lexicons know find their like in the run.</summary>
    private static bool IsAccountedFor(WordLinks links, List<bool> isInPiece, int first, int end)
    {
        var (known, found) = (0, 0);
        for (var source = 0; source < isInPiece.Count; source++)
        {
            if (isInPiece[source] && links.IsKnown(source))
            {
                known++;
                found += Enumerable.Range(first, end - first).Any(target => links[source, target] >= LeastLink) ? 1 : 0;
            }
        }

        return 2 * found >= known;
    }
}
