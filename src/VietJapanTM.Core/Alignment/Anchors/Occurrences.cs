using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Anchors;

/// <summary>In which segments each word of a side stands.</summary>
internal sealed class Occurrences : IDisposable
{
    private readonly int[] _starts;
    private Scratch<int> _segments;

    public Occurrences(TokenizedSide side)
    {
        _starts = new int[side.Types.Length + 1];
        for (var type = 0; type < side.Types.Length; type++)
        {
            _starts[type + 1] = _starts[type] + side.Counts[type];
        }

        var next = _starts.AsSpan(0, side.Types.Length).ToArray();
        var segments = _segments.Take(side.Tokens.Length);
        for (var i = 0; i < side.Count; i++)
        {
            foreach (var type in side.TokensOf(i))
            {
                segments[next[type]++] = i;
            }
        }
    }

    /// <summary>The segments of a word, rising; one stands there as often as the word stands in it.</summary>
    public ReadOnlySpan<int> Of(int type) => _segments.Items.AsSpan(_starts[type].._starts[type + 1]);

    /// <inheritdoc/>
    public void Dispose() => _segments.Return();
}
