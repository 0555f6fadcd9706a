using System.Globalization;
using VietJapanTM.Cli.Input;
using VietJapanTM.Exchange.Bilingual;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>Segments of files as requests.</summary>
internal static class SegmentRequest
{
    /// <summary>A request for a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="target">Its translation, or what is to be tried in its place.</param>
    /// <param name="index">Its place among all that are checked together, by which findings name it.</param>
    public static Wire.CheckStreamRequest Of(BilingualSegment segment, string target, int index) => new()
    {
        SegmentId = index.ToString(CultureInfo.InvariantCulture),
        Document = segment.File,
        Segment = new Wire.CheckRequest
        {
            SourceText = LostCharacters.AsSpaces(segment.Source.Text),
            SourceLanguageCode = segment.SourceLanguage.Value,
            TargetText = LostCharacters.AsSpaces(target),
            TargetLanguageCode = segment.TargetLanguage.Value,
        },
    };

    /// <summary>Lets some rules weigh otherwise in all of <paramref name="requests"/>, and other entries count.</summary>
    public static void Weigh(
        IReadOnlyList<Wire.CheckStreamRequest> requests,
        IEnumerable<KeyValuePair<string, Wire.Finding.Types.Severity>> severities,
        IEnumerable<Wire.Concept.Types.ApprovalState> approval)
    {
        if (requests.Count > 0)
        {
            requests[0].Segment.ApprovalStates.AddRange(approval);
            requests[0].Segment.RuleSeverities.AddRange(severities.Select(s => new Wire.RuleSeverity { Rule = s.Key, Severity = s.Value }));
        }
    }
}
