using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// Which sentences stand alone more often than others: those without a word, such as specks of a scanner, are no translation of anything; and of two
/// halves that a semicolon parts, hardly anybody leaves out one.
/// </summary>
internal sealed class AloneModel(TokenizedSide source, TokenizedSide target)
{
    /// <summary>The logarithm of how much more often a sentence without a word stands alone than another.</summary>
    private const float Wordless = 2f;

    /// <summary>The logarithm of how much less often half a sentence does.</summary>
    private const float Half = -2f;
    private readonly float[] _source = Gains(source);
    private readonly float[] _target = Gains(target);

    /// <summary>Adds to the scores of the one-sided beads of a type that begin at (i, j), j from <paramref name="first"/> on.</summary>
    public void AddRow(int index, int i, int first, Span<float> scores)
    {
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] += index == BeadType.Deletion ? _source[i] : _target[first + k];
        }
    }

    private static float[] Gains(TokenizedSide side)
    {
        var gains = new float[side.Count];
        for (var i = 0; i < gains.Length; i++)
        {
            var isHalf = side.Endings[i] == SentenceEnding.Semicolon || (i > 0 && side.Endings[i - 1] == SentenceEnding.Semicolon);
            gains[i] = (side.HasWord[i] ? 0 : Wordless) + (isHalf ? Half : 0);
        }

        return gains;
    }
}
