using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Review;

/// <summary>Applies a reviewer's actions to beads. However they are changed, the beads cover both sides without a gap. Thread-safe.</summary>
public static class BeadReview
{
    /// <summary>Applies actions, one after the other.</summary>
    /// <param name="beads">The beads of a pair, in order.</param>
    /// <param name="actions">The actions, in order; each sees what the one before has left.</param>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.ArgumentInvalid"/>: there is no such bead, none after it, or not as many segments; the field names the action.
    /// </exception>
    public static ImmutableArray<Bead> Apply(ImmutableArray<Bead> beads, IReadOnlyList<ReviewAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var reviewed = beads.ToBuilder();
        for (var i = 0; i < actions.Count; i++)
        {
            Apply(reviewed, actions[i], $"actions[{i}]");
        }

        return reviewed.ToImmutable();
    }

    private static void Apply(ImmutableArray<Bead>.Builder beads, ReviewAction action, string field)
    {
        if (action.Bead < 0 || action.Bead >= beads.Count)
        {
            throw Refused($"There is no bead {action.Bead}; the pair has {beads.Count}, counted from 0.", field);
        }

        var bead = beads[action.Bead];
        switch (action)
        {
            case ReviewAction.Confirm:
                beads[action.Bead] = Confirmed(bead);
                break;
            case ReviewAction.Reject:
                beads[action.Bead] = bead with { Status = BeadStatus.Rejected };
                break;
            case ReviewAction.Reset:
                beads[action.Bead] = bead with { Status = BeadStatus.Draft };
                break;
            case ReviewAction.Merge:
                Cut(beads, action.Bead, bead.SourceCount + Next(beads, action.Bead, field).SourceCount, bead.TargetCount + Next(beads, action.Bead, field).TargetCount);
                break;
            case ReviewAction.Split split:
                Split(beads, split, field);
                break;
            case ReviewAction.Move move:
                Move(beads, move, field);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action that is known.");
        }
    }

    private static void Split(ImmutableArray<Bead>.Builder beads, ReviewAction.Split split, string field)
    {
        var bead = beads[split.Bead];
        var (source, target) = (split.Source, split.Target);
        var isWhole = source == bead.SourceCount && target == bead.TargetCount;
        if (source < 0 || target < 0 || source > bead.SourceCount || target > bead.TargetCount || source + target == 0 || isWhole)
        {
            throw Refused(
                $"Bead {split.Bead} has {bead.SourceCount} source and {bead.TargetCount} target segments; a part with {source} and {target} leaves nothing or takes too many.", field);
        }

        beads[split.Bead] = Made(bead.SourceStart, source, bead.TargetStart, target);
        beads.Insert(split.Bead + 1, Made(bead.SourceStart + source, bead.SourceCount - source, bead.TargetStart + target, bead.TargetCount - target));
    }

    private static void Move(ImmutableArray<Bead>.Builder beads, ReviewAction.Move move, string field)
    {
        var bead = beads[move.Bead];
        var next = Next(beads, move.Bead, field);
        var fits = move.Source >= -bead.SourceCount && move.Source <= next.SourceCount
            && move.Target >= -bead.TargetCount && move.Target <= next.TargetCount
            && (move.Source, move.Target) != (0, 0);
        if (!fits)
        {
            throw Refused(
                $"Between bead {move.Bead} and the next, the border can move by {-bead.SourceCount} to {next.SourceCount} source and {-bead.TargetCount} to {next.TargetCount} target segments, not by {move.Source} and {move.Target}.",
                field);
        }

        Cut(beads, move.Bead, bead.SourceCount + move.Source, bead.TargetCount + move.Target);
    }

    /// <summary>Cuts a bead and the next one anew; a part without segments vanishes.</summary>
    private static void Cut(ImmutableArray<Bead>.Builder beads, int first, int source, int target)
    {
        var (bead, next) = (beads[first], beads[first + 1]);
        var one = Made(bead.SourceStart, source, bead.TargetStart, target);
        var two = Made(
            bead.SourceStart + source, bead.SourceCount + next.SourceCount - source, bead.TargetStart + target, bead.TargetCount + next.TargetCount - target);
        beads[first] = one;
        beads[first + 1] = two;
        if (IsEmpty(two))
        {
            beads.RemoveAt(first + 1);
        }
        else if (IsEmpty(one))
        {
            beads.RemoveAt(first);
        }
    }

    private static Bead Next(ImmutableArray<Bead>.Builder beads, int bead, string field) => bead + 1 < beads.Count
        ? beads[bead + 1]
        : throw Refused($"Bead {bead} is the last; there is none after it.", field);

    private static Bead Made(int sourceStart, int sourceCount, int targetStart, int targetCount) =>
        new(sourceStart, sourceCount, targetStart, targetCount, Confidence: 1, BeadStatus.Confirmed);

    private static Bead Confirmed(Bead bead) => bead with { Confidence = 1, Status = BeadStatus.Confirmed };

    private static bool IsEmpty(Bead bead) => bead.SourceCount == 0 && bead.TargetCount == 0;

    private static DomainException Refused(string message, string field) => new(ErrorCode.ArgumentInvalid, message, field);
}
