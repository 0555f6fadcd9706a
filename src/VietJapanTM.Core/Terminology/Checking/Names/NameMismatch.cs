using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>VJT007: a name of two words or more of which the target misspells one.</summary>
internal sealed class NameMismatch : ICheck
{
    private const int LeastLetters = 5;

    /// <summary>Where two further words of the name stand beside it.</summary>
    private const int LeastLettersOfThree = 3;

    /// <summary>What is rarer in the vocabulary's texts may be a slip there.</summary>
    private const int LeastCount = 4;

    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT007",
        "Name mismatch",
        "Of two words of a name that stand side by side in the source, the target has one, and beside it a word that differs from the other by a single letter. "
            + "The word has five letters or more, or three where two other words of the name stand beside it. Words that the vocabularies of both languages know translate one another. "
            + "Accents do not count (Võ, Vo), nor does a final vowel or s in which languages differ. The rule compares Spanish, English and Vietnamese.",
        RuleExample.Pair(LanguageTag.Spanish, "Habló Yamada Haruto.", LanguageTag.English, "Yamada Harito spoke."),
        RuleExample.Pair(LanguageTag.Spanish, "Habló Yamada Haruto.", LanguageTag.English, "Yamada Haruto spoke."),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        var segment = texts.Segment;
        if (!texts.IsPair || !IsLatin(segment.SourceLanguage) || !IsLatin(segment.TargetLanguage))
        {
            return;
        }

        var source = NameWord.In(segment.Source!, texts.SourceTokens);
        var target = NameWord.In(segment.Target, texts.TargetTokens);
        if (source.Count < 2 || target.Count < 2)
        {
            return;
        }

        // Folding every word costs much, and few pairs of names ask for it.
        HashSet<string>? inSource = null;
        HashSet<string>? inTarget = null;
        for (var i = 1; i < source.Count; i++)
        {
            if (source[i].Index == source[i - 1].Index + 1 && Holds(target, source[i - 1]) != Holds(target, source[i]))
            {
                inSource ??= Folded(segment.Source!, texts.SourceTokens);
                inTarget ??= Folded(segment.Target, texts.TargetTokens);
                Compare(texts, source, i, target, inSource, inTarget, findings);
            }
        }
    }

    private static bool Holds(List<NameWord> words, NameWord name) => words.Exists(w => w.Folded == name.Folded);

    private static HashSet<string> Folded(string text, List<Token> tokens) => tokens.Select(t => NameWord.Fold(t.Of(text))).ToHashSet(StringComparer.Ordinal);

    private void Compare(
        CheckedTexts texts, List<NameWord> source, int at, List<NameWord> target, HashSet<string> inSource, HashSet<string> inTarget, List<Finding> findings)
    {
        var (first, second) = (source[at - 1], source[at]);
        if (inTarget.Contains(first.Folded) == inTarget.Contains(second.Folded))
        {
            return;
        }

        var (kept, lost, step) = inTarget.Contains(first.Folded) ? (first, second, 1) : (second, first, -1);
        for (var i = 0; i < target.Count; i++)
        {
            var neighbour = i + step;
            // VJT008 says more of a name of the glossary.
            if (target[i].Folded != kept.Folded || neighbour < 0 || neighbour >= target.Count
                || texts.MisformedNames.Any(n => n.Start <= target[i].Token.Start && target[i].Token.End <= n.End)
                || target[neighbour].Index != target[i].Index + step || inSource.Contains(target[neighbour].Folded))
            {
                continue;
            }

            var least = Agree(source, step > 0 ? at - 2 : at + 1, kept, target, i - step) || Agree(source, step > 0 ? at + 1 : at - 2, lost, target, neighbour + step)
                ? LeastLettersOfThree
                : LeastLetters;
            if (IsMisspelt(lost.Folded, target[neighbour].Folded, least) && !AreWords(texts, lost, target[neighbour]))
            {
                var written = target[neighbour].Token.Of(texts.Segment.Target).ToString();
                var expected = lost.Token.Of(texts.Segment.Source).ToString();
                var message = $"\"{written}\" stands in the target where the source has the name \"{expected}\". Compare the spelling.";
                if (texts.At(TextSide.Target, target[neighbour].Token.Start, target[neighbour].Token.End, Rule, message) is { } finding)
                {
                    findings.Add(finding);
                }

                return;
            }
        }
    }

    /// <summary>Does a third word of the name, which stands beside the given one in the source, stand at its place in the target too?</summary>
    private static bool Agree(List<NameWord> source, int third, NameWord beside, List<NameWord> target, int place) =>
        third >= 0 && third < source.Count && place >= 0 && place < target.Count
        && Math.Abs(source[third].Index - beside.Index) == 1
        && source[third].Folded == target[place].Folded;

    private static bool IsMisspelt(string expected, string written, int least) =>
        expected.Length >= least && written.Length >= least
        && EditDistance.IsOne(expected, written)
        && Stem(expected) != Stem(written);

    /// <summary>
    /// Two words of their languages translate one another: <c>Clase</c>, <c>Class</c>. One is enough where only habits of spelling differ:
    /// <c>Viena</c>, <c>Vienna</c>; <c>Estadio</c>, <c>Stadio</c>.
    /// </summary>
    private static bool AreWords(CheckedTexts texts, NameWord source, NameWord target)
    {
        var isSource = IsWord(source.Token.Of(texts.Segment.Source), texts.Segment.SourceLanguage);
        var isTarget = IsWord(target.Token.Of(texts.Segment.Target), texts.Segment.TargetLanguage);
        return (isSource && isTarget)
            || ((isSource || isTarget) && WithoutDoubles(source.Folded) == WithoutDoubles(target.Folded))
            || WithoutLeadingE(source.Folded) == WithoutLeadingE(target.Folded);
    }

    private static string WithoutDoubles(string word) => string.Concat(word.Where((c, i) => i == 0 || word[i - 1] != c));

    /// <summary>Spanish has an e before s and a consonant.</summary>
    private static string WithoutLeadingE(string word) => word is ['e', 's', not ('a' or 'e' or 'i' or 'o' or 'u'), ..] ? word[1..] : word;

    /// <summary>Is it a word that the vocabulary of a language has met a few times?</summary>
    internal static bool IsWord(ReadOnlySpan<char> word, LanguageTag language)
    {
        if (!ShippedVocabularies.Languages.Any(l => l.Primary == language.Primary))
        {
            return false;
        }

        var vocabulary = ShippedVocabularies.For(language);
        var id = vocabulary.Find(TextFolding.Compose(word.ToString()).ToLowerInvariant());
        return id >= 0 && vocabulary.Count(id) >= LeastCount;
    }

    /// <summary>Without the endings in which languages differ: <c>Roberto</c>, <c>Robert</c>; <c>Angeles</c>, <c>Angels</c>.</summary>
    private static string Stem(string word) => word.TrimEnd('s').TrimEnd('a', 'e', 'i', 'o', 'y', 'u');

    private static bool IsLatin(LanguageTag language) => language.Primary is "es" or "en" or "vi";
}
