using VietJapanTM.Cli.Connections;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Terminology.Checking;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking.Fixing;

/// <summary>
/// Finds the changes of files that mend findings safely: the check names one text, the format can write it there outside of tags, and the
/// segment with the change has one finding less and no other.
/// </summary>
internal sealed class SafeEdits(IGlossaryConnection glossary, CheckSettings settings)
{
    /// <summary>The changes, by the index of the segment and of its finding. Those of one segment are safe together.</summary>
    public async Task<Dictionary<(int Segment, int Finding), TextEdit>> FindAsync(
        IReadOnlyList<BilingualSegment> segments, IReadOnlyList<IReadOnlyList<Wire.Finding>> findings, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < segments.Count; i++)
        {
            for (var j = 0; j < findings[i].Count; j++)
            {
                var finding = findings[i][j];
                if (finding.HasSafeFix && !finding.InSource
                    && segments[i].Target!.Edit(finding.Span.StartUtf16, finding.Span.EndUtf16, finding.SafeFix) is { } edit)
                {
                    candidates.Add(new Candidate(i, j, finding, edit));
                }
            }
        }

        var safe = await PassAsync(candidates.Select(c => new List<Candidate> { c }).ToList(), segments, findings, cancellationToken).ConfigureAwait(false);
        var together = safe.SelectMany(s => s).GroupBy(c => c.Segment).Select(WithoutOverlap).ToList();
        var passed = await PassAsync(together.Where(g => g.Count > 1).ToList(), segments, findings, cancellationToken).ConfigureAwait(false);
        return together.Where(g => g.Count == 1).Concat(passed).SelectMany(g => g).ToDictionary(c => (c.Segment, c.Index), c => c.Edit);
    }

    /// <summary>Those groups of changes of one segment after which its findings are the same without the mended ones.</summary>
    private async Task<List<List<Candidate>>> PassAsync(
        List<List<Candidate>> groups, IReadOnlyList<BilingualSegment> segments, IReadOnlyList<IReadOnlyList<Wire.Finding>> findings, CancellationToken cancellationToken)
    {
        if (groups.Count == 0)
        {
            return [];
        }

        // Rules that compare segments would compare the attempts with one another.
        var comparing = CheckRules.Comparing.Select(r => r.Id).ToList();
        var requests = groups.Select((g, i) => SegmentRequest.Of(segments[g[0].Segment], Mended(segments[g[0].Segment].Target!.Text, g), i)).ToList();
        var severities = settings.Severities.RemoveRange(comparing).Concat(comparing.Select(id => KeyValuePair.Create(id, Severity.Unspecified)));
        SegmentRequest.Weigh(requests, severities, settings.Approval);
        var after = await glossary.CheckAsync(requests, null, cancellationToken).ConfigureAwait(false);
        return [.. groups.Where((group, i) => IsMended(group, findings[group[0].Segment].Where(f => !comparing.Contains(f.Rule)), after[i]))];
    }

    private static bool IsMended(List<Candidate> group, IEnumerable<Wire.Finding> before, IEnumerable<Wire.Finding> after)
    {
        var expected = before.Select(Describe).ToList();
        foreach (var candidate in group)
        {
            expected.Remove(Describe(candidate.Finding));
        }

        return expected.Order(StringComparer.Ordinal).SequenceEqual(after.Select(Describe).Order(StringComparer.Ordinal));
    }

    private static string Describe(Wire.Finding finding) => $"{finding.Rule} {finding.InSource} {finding.Concept} {finding.Term} {finding.Message}";

    private static string Mended(string text, List<Candidate> group)
    {
        foreach (var finding in group.Select(c => c.Finding).OrderByDescending(f => f.Span.StartUtf16))
        {
            text = string.Concat(text.AsSpan(0, finding.Span.StartUtf16), finding.SafeFix, text.AsSpan(finding.Span.EndUtf16));
        }

        return text;
    }

    private static List<Candidate> WithoutOverlap(IEnumerable<Candidate> candidates)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in candidates.OrderBy(c => c.Finding.Span.StartUtf16))
        {
            if (kept.Count == 0 || kept[^1].Finding.Span.EndUtf16 <= candidate.Finding.Span.StartUtf16)
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    private sealed record Candidate(int Segment, int Index, Wire.Finding Finding, TextEdit Edit);
}
