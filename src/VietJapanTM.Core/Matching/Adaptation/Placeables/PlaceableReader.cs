using System.Collections.Frozen;
using System.Text.RegularExpressions;
using VietJapanTM.Matching.Adaptation.Dates;
using VietJapanTM.Matching.Adaptation.Numbers;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Adaptation.Placeables;

/// <summary>Cuts a text into placeables and the words between them, from left to right: dates, terms, numbers, codes and units.</summary>
internal sealed partial class PlaceableReader
{
    /// <summary>Symbols that Spanish, English, Vietnamese and Japanese write alike.</summary>
    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
        ["km", "cm", "mm", "kg", "mg", "ha", "kW", "MW", "GW", "kWh", "MWh", "GWh", "Hz", "kHz", "MHz", "GHz", "MB", "GB", "TB", "USD", "EUR", "JPY", "VND", "GBP", "CNY", "$", "€", "¥", "£", "₫"],
        StringComparer.Ordinal);

    private readonly string _text;
    private readonly LanguageTag _language;
    private readonly List<Token> _tokens;
    private readonly Dictionary<int, FoundDate> _dates;
    private readonly Dictionary<int, List<TermOccurrence>> _terms;
    private readonly List<TextElement> _elements = [];

    private PlaceableReader(string text, LanguageTag language, TermRecognizer? glossary)
    {
        _text = text;
        _language = language;
        _tokens = Tokenizer.Tokenize(text);
        _dates = DateFinder.Find(text, language).ToDictionary(d => d.Start);
        _terms = (glossary?.Recognize(text, language) ?? [])
            .GroupBy(o => o.Span.StartUtf16)
            .ToDictionary(g => g.Key, g => g.Where(o => o.Span == g.First().Span).ToList());
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="glossary">The terms to find, or null for none.</param>
    public static PlaceableText Read(string text, LanguageTag language, TermRecognizer? glossary)
    {
        var reader = new PlaceableReader(text, language, glossary);
        reader.ReadAll();
        return new PlaceableText(text, language, reader._tokens, reader._elements);
    }

    private void ReadAll()
    {
        for (var i = 0; i < _tokens.Count;)
        {
            var placeable = ReadAt(i);
            if (placeable is null)
            {
                _elements.Add(new TextElement(Fold(_tokens[i].Of(_text).ToString()), null));
                i++;
                continue;
            }

            if (placeable is TermPlaceable { Article: not ArticleKind.None })
            {
                TakeArticle();
            }

            _elements.Add(new TextElement(Fold(_text[placeable.Start..placeable.End]), placeable));
            while (i < _tokens.Count && _tokens[i].Start < placeable.End)
            {
                i++;
            }
        }
    }

    private Placeable? ReadAt(int at)
    {
        var token = _tokens[at];
        if (_dates.TryGetValue(token.Start, out var date))
        {
            return new DatePlaceable(date);
        }

        if (_terms.TryGetValue(token.Start, out var occurrences))
        {
            return new TermPlaceable(token.Start, occurrences[0].Span.EndUtf16, occurrences, ArticleBefore());
        }

        var text = TextFolding.FoldWidth(token.Of(_text).ToString());
        if (token.Kind == TokenKind.Number)
        {
            return TimeOfDay().IsMatch(text)
                ? new LiteralPlaceable(token.Start, token.End, TargetEditKind.Time, text)
                : ReadNumber(at, text);
        }

        return Code().IsMatch(text) ? new LiteralPlaceable(token.Start, token.End, TargetEditKind.Code, text)
            : Units.Contains(text) && IsBesideNumber(at) ? new LiteralPlaceable(token.Start, token.End, TargetEditKind.Unit, text)
            : null;
    }

    private NumberPlaceable ReadNumber(int at, string digits)
    {
        var token = _tokens[at];
        if (_language.Primary == "ja")
        {
            return ReadJapanese(at, digits);
        }

        var words = _tokens.Skip(at + 1).Take(2).Select(t => t.Of(_text).ToString().ToLowerInvariant()).ToList();
        var scale = NumberScale.Read(words, _language, out var count);
        return new NumberPlaceable(token.Start, _tokens[at + count].End, digits, token.End, scale, null);
    }

    /// <summary>Digits and the ideographs directly after them, as often as they follow one another downwards: 1兆2000億.</summary>
    private NumberPlaceable ReadJapanese(int at, string digits)
    {
        var token = _tokens[at];
        var (end, next, first, last, sum, parts) = (token.End, at, 1m, decimal.MaxValue, 0m, 0);
        while (next < _tokens.Count && _tokens[next].Kind == TokenKind.Number && _tokens[next].Start == (parts == 0 ? token.Start : end)
            && NumberConvention.Point.Read(TextFolding.FoldWidth(_tokens[next].Of(_text).ToString())) is { } reading)
        {
            var scale = next + 1 < _tokens.Count && _tokens[next + 1].Start == _tokens[next].End ? NumberScale.OfIdeograph(_text[_tokens[next].End]) ?? 1m : 1m;
            if (scale >= last)
            {
                break;
            }

            first = parts == 0 ? scale : first;
            sum += reading.Value * scale;
            last = scale;
            end = scale == 1m ? _tokens[next].End : _tokens[next + 1].End;
            parts++;
            next += 2;
            if (scale == 1m)
            {
                break;
            }
        }

        return new NumberPlaceable(token.Start, end, digits, token.End, first, parts > 1 ? sum : null);
    }

    private bool IsBesideNumber(int at) =>
        (at > 0 && _tokens[at - 1].Kind == TokenKind.Number)
        || (at + 1 < _tokens.Count && _tokens[at + 1].Kind == TokenKind.Number)
        || (at > 1 && _elements.Count > 0 && _elements[^1].Placeable is NumberPlaceable);

    /// <summary>The article that ends the elements so far. Contracted with a preposition it leaves the preposition.</summary>
    private ArticleKind ArticleBefore() => _elements.Count == 0 || _elements[^1].Placeable is not null ? ArticleKind.None
        : (_language.Primary, _elements[^1].Key.ToLowerInvariant()) switch
        {
            ("es", "el" or "la" or "los" or "las" or "del" or "al") => ArticleKind.Definite,
            ("es", "un" or "una" or "unos" or "unas") or ("en", "a" or "an") => ArticleKind.Indefinite,
            _ => ArticleKind.None,
        };

    private void TakeArticle()
    {
        var article = _elements[^1].Key;
        _elements.RemoveAt(_elements.Count - 1);
        if (article.ToLowerInvariant() is "del" or "al")
        {
            _elements.Add(new TextElement(article[..^1], null));
        }
    }

    /// <summary>What differs in spelling alone, and so leaves a translation as it is, is folded away.</summary>
    private string Fold(string text)
    {
        var folded = TextFolding.RemoveInvisible(TextFolding.FoldWidth(TextFolding.Compose(text)));
        return _language.Primary == "vi" ? TonePlacement.Fold(folded) : folded;
    }

    [GeneratedRegex(@"^(?:[01]?[0-9]|2[0-3]):[0-5][0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^[A-Z][A-Z]*[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
