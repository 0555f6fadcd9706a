using System.Globalization;
using System.Text;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// A run of letters as the vocabulary writes it, in lower case and composed, with the way back to the original letters. Reused
/// from word to word; not thread-safe.
/// </summary>
internal sealed class LetterBuffer
{
    /// <summary>Longer runs are no words, and are left alone: this bounds the work on a text without spaces.</summary>
    public const int MaxLength = 60;

    private readonly char[] _letters = new char[MaxLength];
    private readonly int[] _offsets = new int[MaxLength + 1];

    /// <summary>How many letters.</summary>
    public int Length { get; private set; }

    /// <summary>The letters.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, Length);

    /// <summary>Where a letter begins in the original run, or its end for <see cref="Length"/>.</summary>
    public int OffsetOf(int letter) => _offsets[letter];

    /// <summary>Takes a run in; false where it is too long.</summary>
    public bool TrySet(ReadOnlySpan<char> run)
    {
        Length = 0;
        if (run.Length > MaxLength)
        {
            return false;
        }

        for (var i = 0; i < run.Length; i++)
        {
            if (Length == 0 || !IsMark(run[i]) || !TryCompose(run[i]))
            {
                _offsets[Length] = i;
                _letters[Length++] = char.ToLowerInvariant(run[i]);
            }
        }

        _offsets[Length] = run.Length;
        return true;
    }

    /// <summary>Whether a character is a combining mark, which is part of the letter before.</summary>
    public static bool IsMark(char c) =>
        c >= '\u0300' && (c < '\u0370' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    private bool TryCompose(char mark)
    {
        ReadOnlySpan<char> pair = [_letters[Length - 1], mark];
        var composed = pair.ToString().Normalize(NormalizationForm.FormC);
        if (composed.Length != 1)
        {
            return false;
        }

        _letters[Length - 1] = composed[0];
        return true;
    }
}
