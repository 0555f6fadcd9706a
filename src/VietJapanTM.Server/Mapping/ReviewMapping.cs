using VietJapanTM.Alignment.Review;
using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>A reviewer's actions on the wire.</summary>
internal static class ReviewMapping
{
    private const int MaxActions = 10_000;

    public static List<ReviewAction> Read(IReadOnlyList<Wire.BeadAction> actions) => actions.Count is > 0 and <= MaxActions
        ? [.. actions.Select((action, i) => Read(action, $"actions[{i}]"))]
        : throw new DomainException(ErrorCode.ArgumentInvalid, $"actions has {actions.Count} entries. Send 1 to {MaxActions}.", "actions");

    public static Wire.BeadAction ToWire(this ReviewAction action)
    {
        var wire = new Wire.BeadAction { Bead = action.Bead };
        switch (action)
        {
            case ReviewAction.Confirm:
                wire.Confirm = new();
                break;
            case ReviewAction.Reject:
                wire.Reject = new();
                break;
            case ReviewAction.Reset:
                wire.Reset = new();
                break;
            case ReviewAction.Merge:
                wire.MergeNext = new();
                break;
            case ReviewAction.Split split:
                wire.SplitAfter = new Wire.SegmentCounts { Source = split.Source, Target = split.Target };
                break;
            case ReviewAction.Move move:
                wire.MoveBorder = new Wire.SegmentCounts { Source = move.Source, Target = move.Target };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action that is known.");
        }

        return wire;
    }

    private static ReviewAction Read(Wire.BeadAction action, string field) => action.ActionCase switch
    {
        Wire.BeadAction.ActionOneofCase.Confirm => new ReviewAction.Confirm(action.Bead),
        Wire.BeadAction.ActionOneofCase.Reject => new ReviewAction.Reject(action.Bead),
        Wire.BeadAction.ActionOneofCase.Reset => new ReviewAction.Reset(action.Bead),
        Wire.BeadAction.ActionOneofCase.MergeNext => new ReviewAction.Merge(action.Bead),
        Wire.BeadAction.ActionOneofCase.SplitAfter => new ReviewAction.Split(action.Bead, action.SplitAfter.Source, action.SplitAfter.Target),
        Wire.BeadAction.ActionOneofCase.MoveBorder => new ReviewAction.Move(action.Bead, action.MoveBorder.Source, action.MoveBorder.Target),
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} has no action. Set one of confirm, reject, reset, merge_next, split_after, move_border.", field),
    };
}
