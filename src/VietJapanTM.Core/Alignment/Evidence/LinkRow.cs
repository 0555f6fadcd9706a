namespace VietJapanTM.Alignment.Evidence;

/// <summary>What one word translates to, gathered from several sources; reused from word to word.</summary>
/// <param name="words">Number of words of the other language.</param>
internal sealed class LinkRow(int words)
{
    private readonly bool[] _isTouched = new bool[words];
    private int[] _touched = new int[64];
    private int _count;

    /// <summary>p(other word | word) by other word.</summary>
    public float[] Forward { get; } = new float[words];

    /// <summary>p(word | other word).</summary>
    public float[] Backward { get; } = new float[words];

    /// <summary>The words that something was added to.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    /// <summary>Takes a source into account of which the strongest counts.</summary>
    public void Raise(int other, float forward, float backward)
    {
        Touch(other);
        Forward[other] = Math.Max(Forward[other], forward);
        Backward[other] = Math.Max(Backward[other], backward);
    }

    /// <summary>Adds to p(other word | word).</summary>
    public void AddForward(int other, float probability)
    {
        Touch(other);
        Forward[other] += probability;
    }

    /// <summary>Adds to p(word | other word).</summary>
    public void AddBackward(int other, float probability)
    {
        Touch(other);
        Backward[other] += probability;
    }

    /// <summary>Makes the row empty.</summary>
    public void Clear()
    {
        foreach (var other in Touched)
        {
            Forward[other] = Backward[other] = 0;
            _isTouched[other] = false;
        }

        _count = 0;
    }

    private void Touch(int other)
    {
        if (_isTouched[other])
        {
            return;
        }

        _isTouched[other] = true;
        if (_count == _touched.Length)
        {
            Array.Resize(ref _touched, 2 * _count);
        }

        _touched[_count++] = other;
    }
}
