using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>A number written with digits, or the month of a date by its name.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset behind it, its multiplier words included.</param>
/// <param name="Values">What it may mean: <c>1.234</c> is 1234 in one country and a little more than one in another.</param>
/// <param name="Parts">The numbers that it may be instead: the groups of a time, a date or a version, 1億 and 2000万.</param>
/// <param name="Kind">Which others it may be compared with.</param>
internal readonly record struct WrittenNumber(
    int Start, int End, ImmutableArray<decimal> Values, ImmutableArray<decimal> Parts, WrittenNumberKind Kind);

/// <summary>What a written number counts.</summary>
internal enum WrittenNumberKind
{
    /// <summary>Anything.</summary>
    Quantity,

    /// <summary>The month of a date in digits.</summary>
    Month,

    /// <summary>The month of a date by its name; only another month can be wrong in its place.</summary>
    NamedMonth,
}
