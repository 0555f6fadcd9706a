using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Anchors;

/// <summary>
/// Where the first pass looks: everywhere in a short document; in a long one within the rectangles between anchors, and where a
/// rectangle is large (nothing is known there) near its diagonal. The area is linear in the length of the document.
/// </summary>
internal static class AnchoredCorridor
{
    private const long ShortCells = 10_000;
    private const long LargeCells = 1 << 16;
    private const int Radius = 10;
    private const int Reach = 4;

    /// <summary>The corridor of a document pair.</summary>
    /// <param name="forward">The model that explains the target by the source.</param>
    public static Corridor Of(DirectionModel forward)
    {
        int sources = forward.Given.Count, targets = forward.Told.Count;
        if ((long)sources * targets <= ShortCells)
        {
            return Corridor.Full(sources, targets);
        }

        var rectangles = new List<Step>();
        int source = 0, target = 0;
        foreach (var anchor in AnchorFinder.Find(forward))
        {
            Cover(source, target, anchor.Source, anchor.Target, rectangles);
            (source, target) = (anchor.Source, anchor.Target);
        }

        Cover(source, target, sources, targets, rectangles);
        return Corridor.Around(rectangles, sources, targets, Radius, Reach);
    }

    /// <summary>Covers the way from one corner to another by rectangles.</summary>
    private static void Cover(int source, int target, int sourceEnd, int targetEnd, List<Step> rectangles)
    {
        int rows = sourceEnd - source, columns = targetEnd - target;
        if ((long)rows * columns <= LargeCells)
        {
            rectangles.Add(new Step(source, rows, target, columns));
            return;
        }

        // Two staircases along the diagonal, one half a stair ahead of the other, so that neither's corners are narrow.
        var chunk = Math.Max(2, (int)Math.Sqrt((double)LargeCells * rows / columns));
        for (var start = 0; start < rows; start += chunk / 2)
        {
            var end = Math.Min(rows, start + chunk);
            var from = (int)((long)columns * start / rows);
            var to = (int)((long)columns * end / rows);
            rectangles.Add(new Step(source + start, end - start, target + from, to - from));
        }
    }
}
