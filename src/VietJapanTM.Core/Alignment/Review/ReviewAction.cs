namespace VietJapanTM.Alignment.Review;

/// <summary>What a reviewer does with the beads of one pair of languages. What a reviewer makes is confirmed.</summary>
/// <param name="Bead">Index of the bead, counted after the actions before this one.</param>
public abstract record ReviewAction(int Bead)
{
    /// <summary>The bead is right.</summary>
    public sealed record Confirm(int Bead) : ReviewAction(Bead);

    /// <summary>The bead is wrong and no other would be right: it says nothing to a memory.</summary>
    public sealed record Reject(int Bead) : ReviewAction(Bead);

    /// <summary>Nothing is said of the bead after all.</summary>
    public sealed record Reset(int Bead) : ReviewAction(Bead);

    /// <summary>The bead and the next one are one.</summary>
    public sealed record Merge(int Bead) : ReviewAction(Bead);

    /// <summary>The bead is two.</summary>
    /// <param name="Bead">The bead.</param>
    /// <param name="Source">How many of its source segments the first part takes.</param>
    /// <param name="Target">How many of its target segments.</param>
    public sealed record Split(int Bead, int Source, int Target) : ReviewAction(Bead);

    /// <summary>The border between the bead and the next one lies elsewhere.</summary>
    /// <param name="Bead">The bead before the border.</param>
    /// <param name="Source">How many source segments it takes from the next one; a negative number gives.</param>
    /// <param name="Target">Likewise for target segments.</param>
    public sealed record Move(int Bead, int Source, int Target) : ReviewAction(Bead);
}
