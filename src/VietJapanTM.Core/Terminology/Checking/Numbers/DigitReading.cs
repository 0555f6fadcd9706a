using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>What digits with marks between them may mean.</summary>
/// <param name="Values">As one number: <c>1.234</c> has two readings.</param>
/// <param name="Groups">The digits between the marks, one by one; none where they are thousands.</param>
/// <param name="AreNumbers">True where the groups are numbers of their own: <c>19:30</c>, <c>12.5.2023</c>, or a single group.</param>
internal readonly record struct DigitReading(ImmutableArray<decimal> Values, ImmutableArray<decimal> Groups, bool AreNumbers)
{
    /// <summary>A code, or figures that are no number.</summary>
    public static DigitReading None { get; } = new([], [], false);
}
