namespace VietJapanTM.Matching.Scoring;

/// <summary>
/// What edits cost, in hundredths of a word. The guarantee of the index rests on one law, see DESIGN.md: a token that is
/// keyed in the index weighs a whole word, and losing its key costs no less.
/// </summary>
internal sealed record EditCosts
{
    /// <summary>Inserting, deleting or replacing a word; the weight of a word and of a number.</summary>
    public const int Word = 100;

    /// <summary>Inserting or deleting a punctuation mark; its weight.</summary>
    public required int Punctuation { get; init; }

    /// <summary>One punctuation mark for another.</summary>
    public required int PunctuationReplaced { get; init; }

    /// <summary>One number for another.</summary>
    public required int NumberReplaced { get; init; }

    /// <summary>The weight of a token that consists of invisible characters alone, and an invisible difference within a token.</summary>
    public required int Invisible { get; init; }

    /// <summary>A difference of case.</summary>
    public required int Case { get; init; }

    /// <summary>A difference of Spanish accents.</summary>
    public required int Accent { get; init; }

    /// <summary>A difference in the place of a Vietnamese tone mark.</summary>
    public required int TonePlacement { get; init; }

    /// <summary>A difference of width.</summary>
    public required int Width { get; init; }

    /// <summary>A difference in the white space before a token.</summary>
    public required int WhiteSpace { get; init; }

    /// <summary>The costs of the profile <c>standard</c>, version 1.</summary>
    public static EditCosts Standard { get; } = new()
    {
        Punctuation = 25,
        PunctuationReplaced = 20,
        NumberReplaced = 30,
        Invisible = 2,
        Case = 10,
        Accent = 15,
        TonePlacement = 2,
        Width = 5,
        WhiteSpace = 5,
    };

    /// <summary>The costs of the profile <c>plain</c>: every token is a word, and there are no cheap edits.</summary>
    public static EditCosts Plain { get; } = new()
    {
        Punctuation = Word,
        PunctuationReplaced = Word,
        NumberReplaced = Word,
        Invisible = Word,
        Case = 0,
        Accent = 0,
        TonePlacement = 0,
        Width = 0,
        WhiteSpace = 0,
    };

    /// <summary>
    /// The costs of the profile <c>desktop</c>, version 1: what a desktop tool's band of 95 to 99 forgives costs next to nothing, and a word
    /// that is spelt otherwise is another word.
    /// </summary>
    public static EditCosts Desktop { get; } = new()
    {
        Punctuation = 5,
        PunctuationReplaced = 5,
        NumberReplaced = 5,
        Invisible = 1,
        Case = 5,
        Accent = Word,
        TonePlacement = 1,
        Width = 1,
        WhiteSpace = 2,
    };

    /// <summary>What inserting or deleting a token costs.</summary>
    public int Weight(EditKind kind) => kind switch
    {
        EditKind.Punctuation => Punctuation,
        EditKind.Invisible => Invisible,
        _ => Word,
    };

    /// <summary>What a token costs where another of its kind takes its place and they share no folded form.</summary>
    public int Replaced(EditKind kind) => kind switch
    {
        EditKind.Number => NumberReplaced,
        EditKind.Punctuation => PunctuationReplaced,
        EditKind.Invisible => Invisible,
        _ => Word,
    };

    /// <summary>What a cheap difference costs.</summary>
    public int Difference(EditKind kind) => kind switch
    {
        EditKind.Case => Case,
        EditKind.Accent => Accent,
        EditKind.TonePlacement => TonePlacement,
        EditKind.Width => Width,
        EditKind.Invisible => Invisible,
        EditKind.WhiteSpace => WhiteSpace,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a cheap difference."),
    };
}
