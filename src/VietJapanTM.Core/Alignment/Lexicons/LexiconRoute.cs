namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// The lexicons that bear on a pair of languages: a direct one, and two that meet in a pivot language, which is the second of
/// both. Either may be absent, but not both.
/// </summary>
internal sealed class LexiconRoute
{
    private readonly Lazy<ComposedLexicon?> _composed;

    /// <param name="direct">The lexicon of the two languages, or null.</param>
    /// <param name="firstToPivot">The lexicon of the first language and the pivot, or null.</param>
    /// <param name="secondToPivot">The lexicon of the second language and the pivot, or null.</param>
    public LexiconRoute(Lexicon? direct, Lexicon? firstToPivot, Lexicon? secondToPivot)
    {
        Direct = direct;
        (FirstToPivot, SecondToPivot) = firstToPivot is null || secondToPivot is null ? (null, null) : (firstToPivot, secondToPivot);
        _composed = new Lazy<ComposedLexicon?>(
            () => FirstToPivot is null ? null : new ComposedLexicon(Direct, FirstToPivot, SecondToPivot!));
    }

    /// <summary>The lexicon of the two languages, or null.</summary>
    public Lexicon? Direct { get; }

    /// <summary>The lexicon of the first language and the pivot, or null; both or neither are there.</summary>
    public Lexicon? FirstToPivot { get; }

    /// <summary>The lexicon of the second language and the pivot, or null.</summary>
    public Lexicon? SecondToPivot { get; }

    /// <summary>Both ways as one, or null where there is no pivot.</summary>
    public ComposedLexicon? Composed => _composed.Value;
}
