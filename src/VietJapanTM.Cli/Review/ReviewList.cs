using System.Globalization;
using VietJapanTM.Cli.Output;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Cli.Review;

/// <summary>Lists the beads of a session: those that nobody has decided, the disputed and then the least confident first, then the rest in order.</summary>
internal static class ReviewList
{
    public static void Write(ReviewSession session, bool json, TextWriter output)
    {
        var undecided = session.Undecided.ToList();
        foreach (var i in undecided.Concat(Enumerable.Range(0, session.Beads.Length).Except(undecided)))
        {
            var bead = session.Beads[i];
            var source = Texts(session.SourceSegments, bead.SourceStart, bead.SourceCount);
            var target = Texts(session.TargetSegments, bead.TargetStart, bead.TargetCount);
            output.WriteLine(json
                ? Json.ToLine(new { bead = i + 1, status = Words.Kebab(bead.Status), confidence = Math.Round(bead.Confidence, 6), disputed = session.IsDisputed(i), source, target })
                : ToText(session, i, source, target));
        }
    }

    private static string ToText(ReviewSession session, int index, IEnumerable<string> source, IEnumerable<string> target)
    {
        var bead = session.Beads[index];
        var state = bead.Status == BeadStatus.Draft ? bead.Confidence.ToString("F3", CultureInfo.InvariantCulture) : Words.Kebab(bead.Status);
        state += session.IsDisputed(index) ? " disputed" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{index + 1} {bead.SourceCount}:{bead.TargetCount} {state}\n    {Join(source)}\n    {Join(target)}");
    }

    private static string Join(IEnumerable<string> texts) => string.Join(" | ", texts.Select(OneLine.Of).DefaultIfEmpty("—"));

    private static List<string> Texts(IReadOnlyList<string> segments, int start, int count) => [.. segments.Skip(start).Take(count)];
}
