namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The lexicons that bear on a pair of languages: a direct one, and two that meet in a pivot language, which is the second of
/// both. Either may be absent, but not both.
/// </summary>
/// <param name="Direct">The lexicon of the two languages, or null.</param>
/// <param name="Pivot">The way through a third language, or null.</param>
internal sealed record LexiconRoute(Lexicon? Direct, PivotRoute? Pivot);

/// <summary>Two lexicons whose second language is the same.</summary>
internal sealed class PivotRoute
{
    private readonly Lazy<int[]> _map;

    /// <param name="first">Of the first language and the pivot.</param>
    /// <param name="second">Of the second language and the pivot.</param>
    public PivotRoute(Lexicon first, Lexicon second)
    {
        First = first;
        Second = second;
        _map = new Lazy<int[]>(() => second.MapSecond(first));
    }

    /// <summary>The lexicon of the first language.</summary>
    public Lexicon First { get; }

    /// <summary>The lexicon of the second language.</summary>
    public Lexicon Second { get; }

    /// <summary>For each pivot word of <see cref="Second"/> its identifier in <see cref="First"/>, or -1.</summary>
    public int[] PivotMap => _map.Value;
}
