using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// Whether both sides of a bead end alike. Where one ends a sentence and the other breaks off in the middle of one, the other's rest is missing. Colons and
/// semicolons go with anything, because writers differ in them.
/// </summary>
internal sealed class EndingModel
{
    /// <summary>The log-likelihood ratio of a bead that ends a sentence on one side and breaks off on the other.</summary>
    private const float Unlike = -3f;

    private readonly SentenceEnding[] _source;
    private readonly float[] _besideStop;
    private readonly float[] _besideBreak;
    private readonly float[] _besideAny;

    public EndingModel(TokenizedSide source, TokenizedSide target)
    {
        _source = source.Endings;
        _besideStop = Ratios(target, SentenceEnding.Break);
        _besideBreak = Ratios(target, SentenceEnding.Stop);
        _besideAny = new float[_besideStop.Length];
    }

    /// <summary>
    /// The ratio of the bead whose last source and target sentence are given, and those of the fifteen that end with the next targets; beyond the last
    /// target anything.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Ratios(int lastSource, int lastTarget)
    {
        var ratios = _source[lastSource] switch
        {
            SentenceEnding.Stop => _besideStop,
            SentenceEnding.Break => _besideBreak,
            _ => _besideAny,
        };
        return Vector512.Create(ratios.AsSpan(lastTarget));
    }

    /// <summary>Of each target sentence what it is worth beside a source sentence with which one that ends so does not go.</summary>
    private static float[] Ratios(TokenizedSide target, SentenceEnding unlike)
    {
        // A vector reaches beyond the end, and so does a bead that begins there.
        var ratios = new float[target.Count + Vector512<float>.Count + BeadType.MostJoined];
        for (var j = 0; j < target.Count; j++)
        {
            ratios[j] = target.Endings[j] == unlike ? Unlike : 0;
        }

        return ratios;
    }
}
