using System.Globalization;
using System.Text;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Core.Tests.Matching.Concordances;

/// <summary>A concordance in its most naive form: folds each text and looks for the words in a string of them.</summary>
internal static class NaiveConcordance
{
    /// <summary>The ids of the units that hold the words, by their UTF-8 bytes.</summary>
    public static List<string> Find(ConcordanceQuery query, IEnumerable<TranslationUnit> units) =>
    [
        .. units.Where(u => u.Variants.Any(v => v.Language.Primary == query.Language.Primary && v.Status != VariantStatus.Rejected && Holds(query, v.Text)))
            .Where(u => query.Target is not { } target || u.Variants.Any(v => v.Language.Primary == target.Primary && v.Status != VariantStatus.Rejected))
            .Select(u => u.Id)
            .Order(Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)))),
    ];

    /// <summary>Each atom of the text ends with a border, <c>|</c> where white space or a mark follows; so does each of the query's words.</summary>
    private static bool Holds(ConcordanceQuery query, string text)
    {
        var isByCharacter = query.Language.Primary is "ja" or "zh";
        var line = Line(query.Language, text, isByCharacter, text: true);
        var words = Line(query.Language, query.Text, isByCharacter, text: false).Split('|', StringSplitOptions.RemoveEmptyEntries);
        return query.IsPhrase
            ? Starts(line).Any(start => FollowsAt(line, start, words))
            : words.All(word => Starts(line).Any(start => FollowsAt(line, start, [word])));
    }

    private static IEnumerable<int> Starts(string line) => Enumerable.Range(1, line.Length - 1).Where(i => line[i - 1] is '|' or '~');

    private static bool FollowsAt(string line, int at, string[] words)
    {
        foreach (var word in words)
        {
            var pattern = word.EndsWith('*') ? word[..^1] : word + "\0";
            if (string.CompareOrdinal(line, at, pattern.TrimEnd('\0'), 0, pattern.TrimEnd('\0').Length) != 0)
            {
                return false;
            }

            at += pattern.TrimEnd('\0').Length;
            if (word.EndsWith('*'))
            {
                at = line.IndexOf('|', at);
            }

            if (at >= line.Length || line[at] is not ('|' or '~'))
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static string Line(LanguageTag language, string source, bool isByCharacter, bool text)
    {
        var line = new StringBuilder(text ? "|" : "");
        foreach (var token in Tokenizer.Tokenize(source).Where(t => t.Kind != TokenKind.Punctuation))
        {
            var word = token.Of(source).ToString();
            if (!isByCharacter)
            {
                line.Append(Fold(language, word)).Append(!text && token.End < source.Length && source[token.End] == '*' ? "*" : "").Append('|');
                continue;
            }

            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                var fold = Fold(language, elements.GetTextElement());
                line.Append(fold).Append(fold.Length == 0 ? "" : "~");
            }

            var isNext = Tokenizer.Tokenize(source).Any(t => t.Kind != TokenKind.Punctuation && t.Start == token.End);
            if (!isNext)
            {
                line[^1] = '|';
            }
        }

        return line.ToString();
    }

    private static string Fold(LanguageTag language, string word)
    {
        var fold = TextFolding.FoldCase(TextFolding.FoldWidth(TextFolding.RemoveInvisible(TextFolding.Compose(word))));
        return language.Primary switch
        {
            "es" or "en" => TextFolding.FoldSpanishAccents(fold),
            "vi" => TonePlacement.Fold(fold),
            _ => fold,
        };
    }
}
