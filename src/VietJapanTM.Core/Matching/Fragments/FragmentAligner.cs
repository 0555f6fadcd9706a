using System.Collections.Immutable;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;
using VietJapanTM.Text;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// Says which words of a translation belong to a piece of its source: each word goes to the word of the source that the shipped lexicon joins it
/// to most, and belongs where that lies in the piece. Thread-safe.
/// </summary>
internal static class FragmentAligner
{
    /// <summary>Weaker links are no evidence; the sum of both probabilities.</summary>
    private const float LeastLink = 0.05f;

    /// <summary>The words, neighbours joined; empty where no lexicon has the languages, and for Japanese, whose lexicon joins pairs of characters.</summary>
    public static ImmutableArray<TextSpan> Align(Variant source, TextSpan piece, Variant target)
    {
        if (source.Language.Primary == "ja" || target.Language.Primary == "ja"
            || ShippedLexicons.Find(source.Language, target.Language) is not { } lexicon)
        {
            return [];
        }

        var (sources, targets) = (Words(source.Text), Words(target.Text));
        var links = lexicon.FirstLanguage == source.Language.Primary
            ? Links(lexicon, source.Text, sources, target.Text, targets)
            : Links(lexicon, target.Text, targets, source.Text, sources).Select(l => (First: l.Second, Second: l.First, l.Strength));
        var best = new (float Strength, int Source)[targets.Count];
        foreach (var (first, second, strength) in links)
        {
            if (strength >= LeastLink && strength > best[second].Strength)
            {
                best[second] = (strength, first);
            }
        }

        return Join(target.Text, targets, i => best[i].Strength > 0
            && sources[best[i].Source].Start >= piece.StartUtf16 && sources[best[i].Source].End <= piece.EndUtf16);
    }

    private static List<Token> Words(string text) => [.. Tokenizer.Tokenize(text).Where(t => t.Kind == TokenKind.Word)];

    private static IEnumerable<(int First, int Second, float Strength)> Links(
        Lexicon lexicon, string firstText, List<Token> first, string secondText, List<Token> second)
    {
        var places = second.SelectMany((token, i) => Find(lexicon, LexiconSide.Second, secondText, token).Select(id => (id, i))).ToLookup(p => p.id, p => p.i);
        var links = new List<(int, int, float)>();
        for (var i = 0; i < first.Count; i++)
        {
            foreach (var id in Find(lexicon, LexiconSide.First, firstText, first[i]))
            {
                foreach (var translation in lexicon.Translations(id))
                {
                    foreach (var place in places[translation.Second])
                    {
                        links.Add((i, place, translation.Forward + translation.Backward));
                    }
                }
            }
        }

        return links;
    }

    /// <summary>The word, or those much like it where the lexicon has another inflection.</summary>
    private static int[] Find(Lexicon lexicon, LexiconSide side, string text, Token token)
    {
        var word = TextFolding.Compose(token.Of(text).ToString()).ToLowerInvariant();
        return lexicon.Find(side, word) is var id && id >= 0 ? [id] : lexicon.FindAlike(side, word);
    }

    private static ImmutableArray<TextSpan> Join(string text, List<Token> words, Func<int, bool> belongs)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var counter = new CodePointCounter(text);
        for (var i = 0; i < words.Count; i++)
        {
            var first = i;
            while (i < words.Count && belongs(i))
            {
                i++;
            }

            if (i > first)
            {
                spans.Add(counter.Span(words[first].Start, words[i - 1].End));
            }
        }

        return spans.DrainToImmutable();
    }
}
