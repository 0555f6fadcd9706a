using System.Collections;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// As many segments as wanted of fewer real ones: the real ones, then crossings of two, the beginning of one with the end of another, which the number
/// alone decides. Made when they are asked for, so that millions need no memory. A crossing has the words and the length of real text; that
/// each half is in another unit too makes look-ups a little harder than real text would. Immutable; thread-safe.
/// </summary>
internal sealed class VariedSegments(IReadOnlyList<string> real, int count) : IReadOnlyList<string>
{
    public int Count => count;

    public string this[int index] => index < real.Count ? real[index] : Cross((ulong)index);

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Cross(ulong number)
    {
        var (first, second) = (real[(int)(Mix(number) % (ulong)real.Count)], real[(int)(Mix(number ^ 0x5DEECE66D) % (ulong)real.Count)]);
        var share = 0.3 + (Mix(number + 77) % 1000 / 2500.0);
        return first[..Boundary(first, share)] + second[Boundary(second, share)..];
    }

    /// <summary>The first place before a word from a share of the text on; any place where no white space parts words.</summary>
    private static int Boundary(string text, double share)
    {
        var at = (int)(text.Length * share);
        var space = text.IndexOf(' ', at);
        var place = space >= 0 && space < at + 20 ? space : at;
        return place < text.Length && char.IsLowSurrogate(text[place]) ? place + 1 : place;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
