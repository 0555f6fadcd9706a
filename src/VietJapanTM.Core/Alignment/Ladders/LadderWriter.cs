using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Ladders;

/// <summary>
/// Writes alignments as ladders: one bead a line, the indices of its segments from 0 in brackets, a column a language, and the
/// confidence with six decimals: <c>[1,2]:[1]:0.987654</c>. Lines end with a line feed.
/// </summary>
public static class LadderWriter
{
    /// <summary>Writes the beads of a pair.</summary>
    public static void Write(TextWriter writer, IEnumerable<Bead> beads)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(beads);
        foreach (var bead in beads)
        {
            WriteSpan(writer, new SegmentSpan(bead.SourceStart, bead.SourceCount));
            WriteSpan(writer, new SegmentSpan(bead.TargetStart, bead.TargetCount));
            WriteConfidence(writer, bead.Confidence);
        }
    }

    /// <summary>Writes a closed chain, a column a language.</summary>
    public static void Write(TextWriter writer, ImmutableArray<ChainLink> chain)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var link in chain)
        {
            foreach (var span in link.Spans)
            {
                WriteSpan(writer, span);
            }

            WriteConfidence(writer, link.Confidence);
        }
    }

    private static void WriteSpan(TextWriter writer, SegmentSpan span)
    {
        writer.Write('[');
        for (var i = span.Start; i < span.End; i++)
        {
            writer.Write(i.ToString(CultureInfo.InvariantCulture));
            if (i + 1 < span.End)
            {
                writer.Write(',');
            }
        }

        writer.Write("]:");
    }

    private static void WriteConfidence(TextWriter writer, double confidence)
    {
        writer.Write(confidence.ToString("F6", CultureInfo.InvariantCulture));
        writer.Write('\n');
    }
}
