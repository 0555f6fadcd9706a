using System.Runtime.InteropServices;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The length and the first letters of a word in three numbers, which compare and hash faster than letters.</summary>
internal readonly record struct Spelling(ulong First, ulong Second, ulong Third)
{
    /// <summary>Of so many letters it says all.</summary>
    public const int Letters = 11;

    /// <summary>The spelling of a word.</summary>
    public static Spelling Of(ReadOnlySpan<char> word)
    {
        Span<ulong> numbers = stackalloc ulong[3];
        numbers.Clear();
        var letters = MemoryMarshal.Cast<ulong, char>(numbers);
        word[..Math.Min(word.Length, Letters)].CopyTo(letters);
        letters[Letters] = (char)word.Length;
        return new Spelling(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>A hash of so many bits, 1 to 64.</summary>
    public int Hash(int bits)
    {
        var mixed = ((First * 0x9E3779B97F4A7C15) ^ (Second * 0xC2B2AE3D27D4EB4F)) + (Third * 0x165667B19E3779F9);
        return (int)(((mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15) >> (64 - bits));
    }
}
