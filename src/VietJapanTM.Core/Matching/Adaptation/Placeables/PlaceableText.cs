using VietJapanTM.Matching.Adaptation.Numbers;
using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Adaptation.Placeables;

/// <summary>A text with its placeables, as words and placeables in a row.</summary>
internal sealed class PlaceableText
{
    private readonly Lazy<HashSet<decimal>> _spelled;

    public PlaceableText(string text, LanguageTag language, List<Token> tokens, List<TextElement> elements)
    {
        Text = text;
        Language = language;
        Tokens = tokens;
        Elements = elements;
        Placeables = [.. elements.Where(e => e.Placeable is not null).Select(e => e.Placeable!)];
        _spelled = new Lazy<HashSet<decimal>>(() => SpelledNumbers.Of(text, tokens, language));
    }

    public string Text { get; }

    public LanguageTag Language { get; }

    public List<Token> Tokens { get; }

    public List<TextElement> Elements { get; }

    public List<Placeable> Placeables { get; }

    /// <summary>
    /// How often the text says a number, in digits, in words, or as part of a date: where a number is said once on either side, the one
    /// is the translation of the other.
    /// </summary>
    public int CountOf(decimal value)
    {
        var count = _spelled.Value.Contains(value) ? 1 : 0;
        foreach (var placeable in Placeables)
        {
            count += placeable switch
            {
                NumberPlaceable number => Values(number).Contains(value) ? 1 : 0,
                DatePlaceable { Found.Date: var date } => date.Year == value || date.Month == value || date.Day == value ? 1 : 0,
                _ => 0,
            };
        }

        return count;
    }

    /// <summary>Every value that a number may have.</summary>
    public IEnumerable<decimal> Values(NumberPlaceable number) =>
        number.Whole is { } whole ? [whole] : NumberReader.Readings(number.Digits, Language).Select(r => r.Value * number.Scale);

    /// <summary>The token that ends at or before an offset, in lower case; empty at the start.</summary>
    public string WordBefore(int offset)
    {
        for (var i = Tokens.Count - 1; i >= 0; i--)
        {
            if (Tokens[i].End <= offset)
            {
                return Tokens[i].Of(Text).ToString().ToLowerInvariant();
            }
        }

        return "";
    }

    /// <summary>The token that begins at or after an offset, in lower case; empty at the end.</summary>
    public string WordAfter(int offset)
    {
        foreach (var token in Tokens)
        {
            if (token.Start >= offset)
            {
                return token.Of(Text).ToString().ToLowerInvariant();
            }
        }

        return "";
    }
}
