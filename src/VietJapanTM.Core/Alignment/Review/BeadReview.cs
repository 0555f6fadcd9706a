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
    /// <param name="countedFrom">What messages call the first bead: 0 as in the wire contract, 1 as people count.</param>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.ArgumentInvalid"/>: there is no such bead, none after it, or not as many segments; the field names the action.
    /// </exception>
    public static ImmutableArray<Bead> Apply(ImmutableArray<Bead> beads, IReadOnlyList<ReviewAction> actions, int countedFrom = 0)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var reviewed = beads.ToBuilder();
        for (var i = 0; i < actions.Count; i++)
        {
            Apply(reviewed, actions[i], new Place($"actions[{i}]", countedFrom));
        }

        return reviewed.ToImmutable();
    }

    private static void Apply(ImmutableArray<Bead>.Builder beads, ReviewAction action, Place place)
    {
        if (action.Bead < 0 || action.Bead >= beads.Count)
        {
            throw Refused($"There is no bead {place.NameOf(action.Bead)}; the pair has {beads.Count}, counted from {place.CountedFrom}.", place);
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
                Cut(beads, action.Bead, bead.SourceCount + Next(beads, action.Bead, place).SourceCount, bead.TargetCount + Next(beads, action.Bead, place).TargetCount);
                break;
            case ReviewAction.Split split:
                Split(beads, split, place);
                break;
            case ReviewAction.Move move:
                Move(beads, move, place);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action that is known.");
        }
    }

    private static void Split(ImmutableArray<Bead>.Builder beads, ReviewAction.Split split, Place place)
    {
        var bead = beads[split.Bead];
        var (source, target) = (split.Source, split.Target);
        var isWhole = source == bead.SourceCount && target == bead.TargetCount;
        if (source < 0 || target < 0 || source > bead.SourceCount || target > bead.TargetCount || source + target == 0 || isWhole)
        {
            throw Refused(
                $"Bead {place.NameOf(split.Bead)} has {bead.SourceCount} source and {bead.TargetCount} target segments; a part with {source} and {target} leaves nothing or takes too many.", place);
        }

        beads[split.Bead] = Made(bead.SourceStart, source, bead.TargetStart, target);
        beads.Insert(split.Bead + 1, Made(bead.SourceStart + source, bead.SourceCount - source, bead.TargetStart + target, bead.TargetCount - target));
    }

    private static void Move(ImmutableArray<Bead>.Builder beads, ReviewAction.Move move, Place place)
    {
        var bead = beads[move.Bead];
        var next = Next(beads, move.Bead, place);
        var fits = move.Source >= -bead.SourceCount && move.Source <= next.SourceCount
            && move.Target >= -bead.TargetCount && move.Target <= next.TargetCount
            && (move.Source, move.Target) != (0, 0);
        if (!fits)
        {
            throw Refused(
                $"Between bead {place.NameOf(move.Bead)} and the next, the border can move by {-bead.SourceCount} to {next.SourceCount} source and {-bead.TargetCount} to {next.TargetCount} target segments, by at least one; not by {move.Source} and {move.Target}.",
                place);
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

    private static Bead Next(ImmutableArray<Bead>.Builder beads, int bead, Place place) => bead + 1 < beads.Count
        ? beads[bead + 1]
        : throw Refused($"Bead {place.NameOf(bead)} is the last; there is none after it.", place);

    private static Bead Made(int sourceStart, int sourceCount, int targetStart, int targetCount) =>
        new(sourceStart, sourceCount, targetStart, targetCount, Confidence: 1, BeadStatus.Confirmed);

    private static Bead Confirmed(Bead bead) => bead with { Confidence = 1, Status = BeadStatus.Confirmed };

    private static bool IsEmpty(Bead bead) => bead.SourceCount == 0 && bead.TargetCount == 0;

    private static DomainException Refused(string message, Place place) => new(ErrorCode.ArgumentInvalid, message, place.Field);

    /// <summary>Where an action stands, and what its messages call the first bead.</summary>
    private readonly record struct Place(string Field, int CountedFrom)
    {
        public int NameOf(int bead) => bead + CountedFrom;
    }
}
