using System.Collections.Immutable;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// Tells texts that are marked with the wrong language, such as two files in the wrong order: the words of a text are common words of its
/// language. Compares the mean logarithm of their frequencies in the shipped lexicons. Thread-safe; the cost is bounded by
/// <see cref="MostTokens"/>.
/// </summary>
public static class LanguageCheck
{
    /// <summary>Tokens of a text that are looked at, from its beginning.</summary>
    public const int MostTokens = 2_000;

    private const int LeastTokens = 20;

    /// <summary>A text in its own language has −6.5 to −10.5; in another, −12 and less. Other lexicons are loaded only below this.</summary>
    private const double Doubtful = -11;

    /// <summary>How much better another language must explain the words.</summary>
    private const double LeastGain = 1.5;

    /// <summary>The languages that can be told, each with a lexicon that holds its words and the side that it is on.</summary>
    private static readonly (LanguageTag Language, LanguageTag Other, LexiconSide Side)[] Known =
    [
        (LanguageTag.Spanish, LanguageTag.English, LexiconSide.First),
        (LanguageTag.English, LanguageTag.Spanish, LexiconSide.Second),
        (LanguageTag.Vietnamese, LanguageTag.English, LexiconSide.First),
        (LanguageTag.Japanese, LanguageTag.English, LexiconSide.First),
    ];

    /// <summary>The sides that read like another language, in order; empty where all is well or a text is too short to tell.</summary>
    /// <param name="sides">The sides; those in languages without a shipped lexicon are passed over.</param>
    public static ImmutableArray<LanguageDoubt> Find(IReadOnlyList<AlignmentSide> sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var doubts = ImmutableArray.CreateBuilder<LanguageDoubt>();
        foreach (var side in sides)
        {
            if (Likelier(side) is { } likely)
            {
                doubts.Add(new LanguageDoubt(side.Language, likely));
            }
        }

        return doubts.ToImmutable();
    }

    /// <summary>The mean logarithm of the frequencies of some words in a language, or null where nothing is shipped for it.</summary>
    internal static double? Fit(IReadOnlyList<string> words, LanguageTag language)
    {
        var index = Array.FindIndex(Known, entry => entry.Language.Primary == language.Primary);
        if (index < 0 || words.Count == 0 || ShippedLexicons.Find(Known[index].Language, Known[index].Other) is not { } lexicon)
        {
            return null;
        }

        return words.Average(word => lexicon.Find(Known[index].Side, word) is >= 0 and var id
            ? Math.Log(Math.Max(Lexicon.LeastFrequency, lexicon.Entry(Known[index].Side, id).Frequency))
            : Math.Log(Lexicon.LeastFrequency));
    }

    /// <summary>The first words of a side.</summary>
    internal static IReadOnlyList<string> Words(AlignmentSide side)
    {
        var words = new List<string>();
        var tokenizer = new AlignmentTokenizer();
        foreach (var segment in side.Segments)
        {
            tokenizer.Start(segment.Text);
            while (words.Count < MostTokens && tokenizer.TryNext(out var word))
            {
                if (char.IsLetter(word[0]))
                {
                    words.Add(word.ToString());
                }
            }

            if (words.Count == MostTokens)
            {
                break;
            }
        }

        return words;
    }

    private static LanguageTag? Likelier(AlignmentSide side)
    {
        var words = Words(side);
        if (words.Count < LeastTokens || Fit(words, side.Language) is not { } stated || stated >= Doubtful)
        {
            return null;
        }

        var best = Known
            .Where(entry => entry.Language.Primary != side.Language.Primary)
            .Select(entry => (entry.Language, Fit: Fit(words, entry.Language) ?? double.MinValue))
            .MaxBy(entry => entry.Fit);
        return best.Fit >= stated + LeastGain ? best.Language : null;
    }
}

/// <summary>A text that is marked with one language and reads like another.</summary>
/// <param name="Stated">What it is marked with.</param>
/// <param name="Likely">What it reads like.</param>
public sealed record LanguageDoubt(LanguageTag Stated, LanguageTag Likely);
