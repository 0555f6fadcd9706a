using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking.Names;
using VietJapanTM.Text;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking;

/// <summary>
/// Terms that a target writes without their accents or with others: <em>chuoi cung ung</em> for <em>chuỗi cung ứng</em>. Other tones make other
/// words, so only terms are looked for of which the source names the concept and which are missing otherwise.
/// </summary>
internal static class OtherAccents
{
    private const int LeastLetters = 6;
    private const int LeastLettersOfName = 4;

    /// <summary>An approved term of the concept in its base form but for the accents, or null.</summary>
    public static TermOccurrence? Find(CheckedTexts texts, Concept concept)
    {
        if (texts.TargetLanguage.Primary is not ("es" or "vi"))
        {
            return null;
        }

        var words = texts.TargetTokens.ConvertAll(t => NameWord.Fold(t.Of(texts.Segment.Target)));
        foreach (var section in concept.Languages.Where(s => s.Language.Primary == texts.TargetLanguage.Primary))
        {
            foreach (var term in section.Terms.Where(t => t.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted))
            {
                if (At(texts, words, term) is { } span)
                {
                    return new TermOccurrence
                    {
                        Concept = concept,
                        Section = section,
                        Term = term,
                        Span = span,
                        Text = span.Of(texts.Segment.Target).ToString(),
                        Match = MatchKind.Drift,
                    };
                }
            }
        }

        return null;
    }

    private static TextSpan? At(CheckedTexts texts, List<string> words, Term term)
    {
        var wanted = Tokenizer.Tokenize(term.Text).ConvertAll(t => NameWord.Fold(t.Of(term.Text)));
        var isName = term.PartOfSpeech == PartOfSpeech.ProperNoun;
        if (wanted.Sum(w => w.Length) < (isName ? LeastLettersOfName : LeastLetters))
        {
            return null;
        }

        for (var at = 0; at + wanted.Count <= words.Count; at++)
        {
            if (words[at] == wanted[0] && (!isName || char.IsUpper(texts.Segment.Target[texts.TargetTokens[at].Start])) && words.GetRange(at, wanted.Count).SequenceEqual(wanted))
            {
                return new CodePointCounter(texts.Segment.Target).Span(texts.TargetTokens[at].Start, texts.TargetTokens[at + wanted.Count - 1].End);
            }
        }

        return null;
    }
}
