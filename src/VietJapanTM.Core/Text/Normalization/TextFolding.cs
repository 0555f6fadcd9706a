using System.Globalization;
using System.Text;

namespace VietJapanTM.Text.Normalization;

/// <summary>
/// Normal forms for comparing texts. Texts are stored as they came; these forms are made for a comparison and thrown away.
/// Every method answers the same instance where nothing changes, accepts lone surrogates (and leaves them alone), and is
/// idempotent. All but <see cref="Compose"/> expect composed text. Thread-safe.
/// </summary>
public static class TextFolding
{
    private const string SpanishAccented = "áéíóúüÁÉÍÓÚÜ";
    private const string SpanishPlain = "aeiouuAEIOUU";

    /// <summary>
    /// Unicode normalisation form C. A text with a lone surrogate or with the noncharacter U+FFFE, which the base library takes for
    /// a byte-order mistake, is returned as it is.
    /// Source: Unicode Standard Annex 15.
    /// </summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) || HasLoneSurrogate(text) || text.Contains('\uFFFE', StringComparison.Ordinal)
            ? text
            : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Full-width Latin letters, digits and signs become ordinary ones, half-width katakana and Hangul become full ones, the
    /// ideographic space an ordinary space: the compatibility forms of the block U+FF00–U+FFEF and of U+3000, and no others.
    /// </summary>
    public static string FoldWidth(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyInRange('\uFF01', '\uFFEE') < 0 && !text.Contains('\u3000', StringComparison.Ordinal))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] is >= '\uFF01' and <= '\uFFEE')
            {
                end++;
            }

            if (end > at)
            {
                folded.Append(text[at..end].Normalize(NormalizationForm.FormKC));
                at = end;
            }
            else
            {
                folded.Append(text[at] == '\u3000' ? ' ' : text[at]);
                at++;
            }
        }

        return folded.Equals(text) ? text : folded.ToString();
    }

    /// <summary>
    /// Simple case folding, code point by code point and without a culture; the final sigma and the long s fold too. ß is not ss.
    /// </summary>
    public static string FoldCase(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToUpperInvariant().ToLowerInvariant() is var folded && folded == text ? text : folded;
    }

    /// <summary>
    /// The accents that Spanish writes on vowels go: á é í ó ú ü become a e i o u. Ñ stays, because it is a letter of its own
    /// (<c>año</c> is not <c>ano</c>), and so do ç and every accent that Spanish does not use.
    /// </summary>
    public static string FoldSpanishAccents(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny(SpanishAccented) < 0
            ? text
            : string.Create(text.Length, text, static (folded, original) =>
            {
                for (var i = 0; i < folded.Length; i++)
                {
                    var letter = SpanishAccented.IndexOf(original[i], StringComparison.Ordinal);
                    folded[i] = letter < 0 ? original[i] : SpanishPlain[letter];
                }
            });
    }

    /// <summary>
    /// What has no glyph of its own goes: soft hyphens, zero-width spaces and joiners, byte-order marks, direction marks and the
    /// other format characters (category Cf), and variation selectors.
    /// </summary>
    public static string RemoveInvisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder();
        var unchanged = true;
        foreach (var (rune, at) in Runes(text))
        {
            if (IsInvisible(rune))
            {
                if (unchanged)
                {
                    kept.Append(text, 0, at);
                    unchanged = false;
                }
            }
            else if (!unchanged)
            {
                kept.Append(text, at, rune.Utf16SequenceLength);
            }
        }

        return unchanged ? text : Compose(kept.ToString());
    }

    /// <summary>True for the code points that <see cref="RemoveInvisible"/> removes.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value >= 0xAD
        && (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF));

    /// <summary>True where a surrogate stands without its other half, so that the text is not valid Unicode.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var from = text.IndexOfAnyInRange('\uD800', '\uDFFF'); from >= 0 && from < text.Length; from++)
        {
            if (!char.IsSurrogate(text[from]))
            {
                continue;
            }

            if (from + 1 >= text.Length || !char.IsSurrogatePair(text[from], text[from + 1]))
            {
                return true;
            }

            from++;
        }

        return false;
    }

    /// <summary>The code points with their offsets; a lone surrogate comes as U+FFFD and is one unit long, as U+FFFD itself is.</summary>
    private static IEnumerable<(Rune Rune, int At)> Runes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, at, out var valid) ? valid : Rune.ReplacementChar;
            yield return (rune, at);
            at += rune.Utf16SequenceLength;
        }
    }
}
