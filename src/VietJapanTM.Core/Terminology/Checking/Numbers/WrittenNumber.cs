using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>A number written with digits.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset behind it, its multiplier words included.</param>
/// <param name="Values">What it may mean: <c>1.234</c> is 1234 in one country and a little more than one in another.</param>
/// <param name="Parts">The digit groups as numbers of their own, for times, dates and versions.</param>
internal readonly record struct WrittenNumber(int Start, int End, ImmutableArray<decimal> Values, ImmutableArray<decimal> Parts);
