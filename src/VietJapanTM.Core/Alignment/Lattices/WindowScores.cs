using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>The scores of a window's beads as the search found them, kept for the posteriors. Buffers are reused from window to window.</summary>
internal sealed class WindowScores : IDisposable
{
    private Scratch<float> _scores;
    private Scratch<int> _places;
    private int _count;
    private int _row;

    /// <inheritdoc/>
    public void Dispose()
    {
        _scores.Return();
        _places.Return();
    }

    /// <summary>Starts on a window.</summary>
    public void Begin(Window window)
    {
        _row = window.Row;
        _count = 0;
        _places.Take((window.EndRow - window.Row + 1) * BeadType.All.Length);
    }

    /// <summary>Room for the scores of the beads of a type that begin at a row and at some columns.</summary>
    public Span<float> Add(int type, int row, int first, int count)
    {
        // Counted from column 0, where the scores of an earlier row may lie.
        _places.Items[Place(type, row)] = _count - first;
        _scores.Grow(_count + count);
        var room = _scores.Items.AsSpan(_count, count);
        _count += count;
        return room;
    }

    /// <summary>Scores that were added.</summary>
    public ReadOnlySpan<float> Of(int type, int row, int first, int count) => _scores.Items.AsSpan(_places.Items[Place(type, row)] + first, count);

    private int Place(int type, int row) => ((row - _row) * BeadType.All.Length) + type;
}
