using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// Japanese: nothing inflects; the edges of a term must not cut a word. Runs of katakana and of Latin letters are tokens, so
/// they are never cut. Kanji make compounds freely (日越首脳会談 holds 首脳会談), so here a few affixes that make another word
/// (副首相, 日本人) are refused, and short terms need an edge of their run.
/// </summary>
internal sealed class JapaneseRules : LanguageRules
{
    private const string OtherWordBefore = "副準非反不無未";
    private const string OtherWordAfter = "人語化的性派系府省庁者員学製産式風法論族官";
    private const string Particles = "はがをにのともへでやかねよまだな";
    private const string Endings = "しすさら";

    /// <inheritdoc/>
    public override bool IsBounded(TermText text, int start, int count, Term term)
    {
        var end = start + count;
        var kanjiBefore = Continues(text, start, TermTokenKind.Ideograph);
        var kanjiAfter = Continues(text, end, TermTokenKind.Ideograph);
        if (Continues(text, start, TermTokenKind.Hiragana) && !IsParticle(text.Word(start - 1)[0]))
        {
            return false;
        }

        if (Continues(text, end, TermTokenKind.Hiragana) && !IsParticle(text.Word(end)[0])
            && !Endings.Contains(text.Word(end)[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (term is { PartOfSpeech: PartOfSpeech.ProperNoun, Type: TermType.ShortForm } && IsPartOfDottedName(text, start, end))
        {
            return false;
        }

        if (text[start].Kind != TermTokenKind.Ideograph && text[end - 1].Kind != TermTokenKind.Ideograph)
        {
            return true;
        }

        return !(kanjiBefore && OtherWordBefore.Contains(text.Word(start - 1)[0], StringComparison.Ordinal))
            && !(kanjiAfter && EndsRun(text, end) && OtherWordAfter.Contains(text.Word(end)[0], StringComparison.Ordinal))
            && IsLongEnough(text, start, count, kanjiBefore, kanjiAfter);
    }

    // One kanji is a word only where it stands alone; two, where an edge of the run is theirs (東京都市 holds no 京都).
    private static bool IsLongEnough(TermText text, int start, int count, bool kanjiBefore, bool kanjiAfter) => count switch
    {
        1 => !kanjiBefore && !kanjiAfter && !IsStemOfWord(text, start + 1),
        2 => !(kanjiBefore && kanjiAfter),
        _ => true,
    };

    // 越える, 新しい: hiragana other than a particle makes the kanji before it the stem of a verb or an adjective.
    private static bool IsStemOfWord(TermText text, int next) =>
        text.Touches(next) && text[next].Kind == TermTokenKind.Hiragana && !IsParticle(text.Word(next)[0]);

    // フー・チョン・グエン is a name of its own, of which the short name チョン is no use.
    private static bool IsPartOfDottedName(TermText text, int start, int end) =>
        (text[start - 1].Kind == TermTokenKind.Punctuation && text.Touches(start) && text.Word(start - 1) is "・" && text.Touches(start - 1))
        || (text[end].Kind == TermTokenKind.Punctuation && text.Touches(end) && text.Word(end) is "・" && text.Touches(end + 1));

    private static bool IsParticle(char letter) => Particles.Contains(letter, StringComparison.Ordinal);

    private static bool EndsRun(TermText text, int at) => !Continues(text, at + 1, TermTokenKind.Ideograph);

    /// <summary>True where one run of a script goes on from the token before <paramref name="at"/> to that at it.</summary>
    private static bool Continues(TermText text, int at, TermTokenKind kind) =>
        text.Touches(at) && text[at - 1].Kind == kind && text[at].Kind == kind;
}
