using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>Sums of neighbouring numbers, for one place or for sixteen places at once.</summary>
internal sealed class RunningSums
{
    private readonly int[] _before;
    private readonly int _count;

    public RunningSums(ReadOnlySpan<int> numbers)
    {
        // The last sum stands behind the end as often as a vector and the largest bead reach there.
        _count = numbers.Length;
        _before = new int[numbers.Length + 1 + Vector512<int>.Count + BeadType.MostJoined];
        for (var i = 0; i + 1 < _before.Length; i++)
        {
            _before[i + 1] = _before[i] + (i < numbers.Length ? numbers[i] : 0);
        }
    }

    /// <summary>The sum of all.</summary>
    public int Total => _before[_count];

    /// <summary>The sum of some numbers.</summary>
    public int Sum(int start, int count) => _before[start + count] - _before[start];

    /// <summary>The sums that begin at sixteen places in a row; beyond the end of the numbers they are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Sums(int start, int count) =>
        Vector512.Create<int>(_before.AsSpan(start + count)) - Vector512.Create<int>(_before.AsSpan(start));
}
