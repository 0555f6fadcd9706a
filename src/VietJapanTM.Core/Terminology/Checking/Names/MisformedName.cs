using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>Words of a target that mean a name of the glossary and do not write it as any of its terms.</summary>
/// <param name="Source">The name in the source.</param>
/// <param name="Start">UTF-16 offset in the target.</param>
/// <param name="End">The offset behind it.</param>
/// <param name="Expected">The term that is nearest.</param>
/// <param name="IsReordered">True where only the order differs.</param>
internal readonly record struct MisformedName(TermOccurrence Source, int Start, int End, Term Expected, bool IsReordered)
{
    private const int LeastKana = 3;
    private const int LeastLetters = 4;
    private const int LeastKanaAlone = 4;
    private const int LeastLettersAlone = 5;

    /// <summary>The names of the source of which the target has no approved term but something very like one.</summary>
    public static IEnumerable<MisformedName> In(CheckedTexts texts)
    {
        if (!texts.IsPair || !texts.Source.Any(o => o.IsLikely && o.Term.PartOfSpeech == PartOfSpeech.ProperNoun))
        {
            yield break;
        }

        var words = Words(texts.Segment.Target, texts.TargetTokens);
        foreach (var source in texts.Source.Where(o => o.IsLikely && o.Term.PartOfSpeech == PartOfSpeech.ProperNoun).DistinctBy(o => o.Concept.Id))
        {
            // VJT001 says more where a forbidden spelling is known.
            if (!texts.Target.Any(o => o.Concept.Id == source.Concept.Id && !o.IsApproved) && !texts.HoldsNameOf(source.Concept)
                && Find(texts, source, words) is { } name && HoldsAllOf(name, texts.TargetTerms.Where(o => o.Concept.Id == source.Concept.Id)))
            {
                yield return name;
            }
        }
    }

    /// <summary>A right form elsewhere, or of all the words, is the name; one inside (<em>Kishida</em> Fumia) is a part of it.</summary>
    private static bool HoldsAllOf(MisformedName name, IEnumerable<TermOccurrence> approved) => approved.All(o =>
        o.Span.StartUtf16 >= name.Start && o.Span.EndUtf16 <= name.End && o.Span.EndUtf16 - o.Span.StartUtf16 < name.End - name.Start);

    private static MisformedName? Find(CheckedTexts texts, TermOccurrence source, List<NameWord> words)
    {
        MisformedName? found = null;
        foreach (var term in CheckedTexts.ApprovedTerms(source.Concept, texts.TargetLanguage).Where(t => t.PartOfSpeech == PartOfSpeech.ProperNoun))
        {
            if (KanjiName.Find(texts.Segment.Target, term.Text) is var (start, end, isTurned))
            {
                found ??= new MisformedName(source, start, end, term, isTurned);
                continue;
            }

            var name = Words(term.Text, Tokenizer.Tokenize(term.Text)).Select(w => w.Folded).ToArray();
            for (var at = 0; name.Length > 0 && at + name.Length <= words.Count; at++)
            {
                var window = words.GetRange(at, name.Length);
                if (window[^1].Index - window[0].Index > 2 * (name.Length - 1))
                {
                    continue;
                }

                // But for its accents the name stands there. Where nothing else of it does, that is VJT004's business.
                if (name.Length > 1 && window.Select(w => w.Folded).SequenceEqual(name))
                {
                    return texts.TargetConcepts.Contains(source.Concept.Id)
                        ? new MisformedName(source, window[0].Token.Start, window[^1].Token.End, term, false)
                        : null;
                }

                if (IsLike(name, window, texts) is { } isReordered)
                {
                    found ??= new MisformedName(source, window[0].Token.Start, window[^1].Token.End, term, isReordered);
                }
            }
        }

        return found;
    }

    /// <summary>True: the same words in another order. False: one word with a slip. Null: something else, or the name itself.</summary>
    private static bool? IsLike(string[] name, List<NameWord> window, CheckedTexts texts)
    {
        var different = Enumerable.Range(0, name.Length).Where(i => name[i] != window[i].Folded).ToList();
        if (different is [var only])
        {
            var isKana = name[only][0] > '\u3000';
            var least = name.Length > 1 ? (isKana ? LeastKana : LeastLetters) : (isKana ? LeastKanaAlone : LeastLettersAlone);
            return name[only].Length >= least && EditDistance.IsOne(name[only], window[only].Folded) && !IsDerived(name[only], window[only].Folded, texts.TargetLanguage.Primary) && IsStrange(window[only], isKana, name.Length == 1, texts) ? false : null;
        }

        return different.Count > 1 && name.Order(StringComparer.Ordinal).SequenceEqual(window.Select(w => w.Folded).Order(StringComparer.Ordinal)) ? true : null;
    }

    /// <summary>An adjective or a plural of the name: <em>Southeast Asian</em>, <em>the Kishidas</em>.</summary>
    private static bool IsDerived(string name, string word, string language) =>
        word.Length == name.Length + 1 && word.StartsWith(name, StringComparison.Ordinal)
        && (language == "en" ? word[^1] is 's' or 'n' : language == "es" && word[^1] == 's');

    /// <summary>Not a word of the source, and where it stands alone no word of the language: then it is not meant to be the name.</summary>
    private static bool IsStrange(NameWord word, bool isKana, bool isAlone, CheckedTexts texts) =>
        (isKana || !texts.SourceTokens.Any(t => NameWord.Fold(t.Of(texts.Segment.Source)) == word.Folded))
        && (!isAlone || isKana || !NameMismatch.IsWord(word.Token.Of(texts.Segment.Target), texts.TargetLanguage));

    /// <summary>Words with capitals, and runs of katakana.</summary>
    private static List<NameWord> Words(string text, List<Token> tokens)
    {
        var words = NameWord.In(text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && text[tokens[i].Start] is >= '\u30A1' and <= '\u30FF')
            {
                words.Add(new NameWord(tokens[i], i, tokens[i].Of(text).ToString()));
            }
        }

        words.Sort((one, other) => one.Index.CompareTo(other.Index));
        return words;
    }
}
