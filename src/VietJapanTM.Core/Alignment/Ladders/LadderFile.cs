using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Ladders;

/// <summary>What a ladder file holds. Immutable.</summary>
/// <param name="Rows">The lines that could be read, in order.</param>
/// <param name="Diagnostics">What was wrong with the others; empty where the file is sound.</param>
public sealed record LadderFile(ImmutableArray<LadderRow> Rows, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The beads of two columns, lines in which both are empty left out; a line without a confidence has 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row lacks a column.</exception>
    public ImmutableArray<Bead> ToBeads(int source = 0, int target = 1)
    {
        var beads = ImmutableArray.CreateBuilder<Bead>(Rows.Length);
        foreach (var row in Rows)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Max(source, target), row.Spans.Length);
            var (x, y) = (row.Spans[source], row.Spans[target]);
            if (!x.IsEmpty || !y.IsEmpty)
            {
                beads.Add(new Bead(x.Start, x.Count, y.Start, y.Count, row.Confidence ?? 1));
            }
        }

        return beads.ToImmutable();
    }
}
