using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Ladders;

/// <summary>What a ladder file holds. Immutable.</summary>
/// <param name="Rows">The lines that could be read, in order.</param>
/// <param name="Diagnostics">What was wrong with the others; empty where the file is sound.</param>
public sealed record LadderFile(ImmutableArray<LadderRow> Rows, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// The beads of two columns in the order of the text, lines in which both are empty left out; what has no counterpart takes
    /// its place between its neighbours. A line without a confidence has 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A row lacks a column.</exception>
    public ImmutableArray<Bead> ToBeads(int source = 0, int target = 1)
    {
        var linked = new List<Bead>();
        var deleted = new Queue<Bead>();
        var inserted = new Queue<Bead>();
        foreach (var row in Rows)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Max(source, target), row.Spans.Length);
        }

        foreach (var row in Rows.OrderBy(row => row.Spans[source].IsEmpty ? row.Spans[target].Start : row.Spans[source].Start))
        {
            var (x, y) = (row.Spans[source], row.Spans[target]);
            var bead = new Bead(x.Start, x.Count, y.Start, y.Count, row.Confidence ?? 1);
            if (!x.IsEmpty && !y.IsEmpty)
            {
                linked.Add(bead);
            }
            else if (!x.IsEmpty || !y.IsEmpty)
            {
                (y.IsEmpty ? deleted : inserted).Enqueue(bead);
            }
        }

        return Merge(linked, deleted, inserted);
    }

    private static ImmutableArray<Bead> Merge(List<Bead> linked, Queue<Bead> deleted, Queue<Bead> inserted)
    {
        var beads = ImmutableArray.CreateBuilder<Bead>();
        int sourceEnd = 0, targetEnd = 0;
        foreach (var bead in linked.Append(new Bead(int.MaxValue, 0, int.MaxValue, 0, 0)))
        {
            while (deleted.TryPeek(out var next) && next.SourceStart < bead.SourceStart)
            {
                beads.Add(deleted.Dequeue() with { TargetStart = targetEnd });
                sourceEnd = next.SourceStart + next.SourceCount;
            }

            while (inserted.TryPeek(out var next) && next.TargetStart < bead.TargetStart)
            {
                beads.Add(inserted.Dequeue() with { SourceStart = sourceEnd });
                targetEnd = next.TargetStart + next.TargetCount;
            }

            if (bead.SourceCount > 0)
            {
                beads.Add(bead);
                (sourceEnd, targetEnd) = (bead.SourceStart + bead.SourceCount, bead.TargetStart + bead.TargetCount);
            }
        }

        return beads.ToImmutable();
    }
}
