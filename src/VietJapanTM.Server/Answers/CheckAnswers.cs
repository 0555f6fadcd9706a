using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Terminology.Checking;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to a stream of segments to check, in their turn. For one stream.</summary>
internal sealed class CheckAnswers(GlossarySnapshot glossary)
{
    /// <summary>Most segments of one stream; each is kept until its end.</summary>
    public const int MaxSegments = 1_000_000;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private CheckSession? _session;

    /// <summary>Checks all segments at once, on all processors.</summary>
    /// <param name="glossary">The glossary.</param>
    /// <param name="segments">The segments; the weights and the approval states of the first hold for all.</param>
    /// <param name="progress">Is told after each segment, from any thread.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The findings of each segment, by place.</returns>
    public static IReadOnlyList<IReadOnlyList<Wire.Finding>> CheckAll(
        GlossarySnapshot glossary, IReadOnlyList<Wire.CheckStreamRequest> segments, Action? progress, CancellationToken cancellationToken)
    {
        if (segments.Count == 0)
        {
            return [];
        }

        var findings = GlossaryAnswers.Selected(glossary, segments[0].Segment.ApprovalStates).Checker.CheckAll(
            [.. segments.Select(s => CheckMapping.ToSegment(s.Segment, s.Document))],
            CheckMapping.ToOptions(segments[0].Segment),
            Environment.ProcessorCount,
            progress,
            cancellationToken);
        return [.. findings.Select(f => (IReadOnlyList<Wire.Finding>)[.. f.Select(x => x.ToWire(i => segments[i].SegmentId))])];
    }

    /// <summary>Checks a segment by the rules that look at it alone.</summary>
    public Wire.CheckStreamResponse Check(Wire.CheckStreamRequest request)
    {
        if (request.SegmentId.Length == 0 || request.Segment is null)
        {
            var field = request.Segment is null ? "segment" : "segment_id";
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is empty. Send both a name and a segment.", field);
        }

        _session ??= GlossaryAnswers.Selected(glossary, request.Segment.ApprovalStates).Checker.Begin(CheckMapping.ToOptions(request.Segment));
        var segment = CheckMapping.ToSegment(request.Segment, request.Document);
        var findings = _indexes.TryGetValue(request.SegmentId, out var index) ? _session.Replace(index, segment) : Add(request.SegmentId, segment);
        return new Wire.CheckStreamResponse { SegmentId = request.SegmentId, Findings = { findings.Select(f => f.ToWire()) } };
    }

    /// <summary>What the rules that compare segments find, a reply for each segment that has some.</summary>
    public IEnumerable<Wire.CheckStreamResponse> Compare() => (_session?.Compare() ?? [])
        .GroupBy(f => f.Segment, f => f.Finding.ToWire(i => _ids[i]))
        .Select(group => new Wire.CheckStreamResponse { SegmentId = _ids[group.Key], Findings = { group }, Compared = true });

    private IReadOnlyList<Finding> Add(string id, CheckSegment segment)
    {
        if (_ids.Count == MaxSegments)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                string.Create(CultureInfo.InvariantCulture, $"The stream has more than {MaxSegments} segments. Check the rest in another."),
                "segment_id");
        }

        _indexes[id] = _ids.Count;
        _ids.Add(id);
        return _session!.Add(segment);
    }
}
