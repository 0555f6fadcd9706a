using VietJapanTM.Matching.Adaptation.Dates;
using VietJapanTM.Terminology;

namespace VietJapanTM.Matching.Adaptation.Placeables;

/// <summary>A piece of a text for which another of its kind may stand.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after it.</param>
internal abstract record Placeable(int Start, int End);

/// <summary>A number in digits, with what multiplies it.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after the number and its scale.</param>
/// <param name="Digits">The digits before the scale with their separators, in ASCII.</param>
/// <param name="DigitsEnd">The offset after those digits.</param>
/// <param name="Scale">What the word or ideograph after them multiplies by; 1 where there is none.</param>
/// <param name="Whole">The value where several numbers and ideographs make one, as in 1億2000万; otherwise null.</param>
internal sealed record NumberPlaceable(int Start, int End, string Digits, int DigitsEnd, decimal Scale, decimal? Whole) : Placeable(Start, End);

/// <summary>A date.</summary>
internal sealed record DatePlaceable(FoundDate Found) : Placeable(Found.Start, Found.End);

/// <summary>What both languages write alike: a time of day, the symbol of a unit, a code.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Kind">Which of these it is.</param>
/// <param name="Text">It, in ordinary width.</param>
internal sealed record LiteralPlaceable(int Start, int End, TargetEditKind Kind, string Text) : Placeable(Start, End);

/// <summary>A term of the glossary with the article that goes with it.</summary>
/// <param name="Start">Where the term begins.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Occurrences">The concepts that the words may mean; one nearly always.</param>
/// <param name="Article">The article before it, which agrees with the term and so changes with it.</param>
internal sealed record TermPlaceable(int Start, int End, IReadOnlyList<TermOccurrence> Occurrences, ArticleKind Article) : Placeable(Start, End);

/// <summary>What an article says, whatever its gender and number.</summary>
internal enum ArticleKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The, el, la.</summary>
    Definite,

    /// <summary>A, un, una.</summary>
    Indefinite,
}

/// <summary>One step of a text: a placeable, or a word or mark that must be the same on both sides.</summary>
/// <param name="Key">What it is compared by.</param>
/// <param name="Placeable">The placeable, or null.</param>
internal readonly record struct TextElement(string Key, Placeable? Placeable);
