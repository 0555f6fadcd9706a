using System.Collections.Concurrent;
using VietJapanTM.Model;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>Proposes the places of a text where a space may be missing, for one language. Thread-safe.</summary>
internal sealed class SpaceRestorer(LanguageModel model, MendingRules rules)
{
    private static readonly ConcurrentDictionary<string, SpaceRestorer> ByLanguage = new(StringComparer.Ordinal);

    /// <summary>The language model.</summary>
    public LanguageModel Model => model;

    /// <summary>What the language's writing says.</summary>
    public MendingRules Rules => rules;

    /// <summary>The restorer of a language, whatever its region.</summary>
    /// <exception cref="Errors.DomainException"><see cref="Errors.ErrorCode.LanguageUnsupported"/>: it has no vocabulary.</exception>
    public static SpaceRestorer For(LanguageTag language)
    {
        var vocabulary = ShippedVocabularies.For(language);
        return ByLanguage.GetOrAdd(
            language.Primary,
            static (primary, own) => new SpaceRestorer(
                new LanguageModel(own, [.. ShippedVocabularies.Languages.Where(l => l.Value != primary).Select(ShippedVocabularies.For)]),
                MendingRules.For(primary)),
            vocabulary);
    }

    /// <summary>The candidates, in the order of the text but for those of one token; and how many tokens the text has.</summary>
    public (List<SpaceCandidate> Candidates, int Tokens) Propose(string text)
    {
        var scanner = new TokenScanner(text);
        var context = new TokenContext(text, model, rules) { Runs = scanner.Runs };
        var words = new WordRule(context);
        var letters = new LetterBuffer();
        while (scanner.Next(out var token))
        {
            if (scanner.Runs.Count == 0 || TokenScanner.IsCode(token.Of(text)))
            {
                continue;
            }

            context.Token = token;
            PunctuationRule.Propose(context);
            NumberRule.Propose(context);
            foreach (var run in scanner.Runs)
            {
                if (IsWord(text, token, run) && !ContractionRule.Propose(context, run) && !SyllableRule.Propose(context, run, letters) && !CaseRule.Propose(context, run, words))
                {
                    words.Propose(run);
                }
            }
        }

        return (context.Candidates, context.Document.Tokens);
    }

    // Letters beside a digit are part of a code or a unit; letters between stops are an address or an abbreviation; all capitals
    // are an acronym; letters in a bracket that a letter opens are an argument.
    private static bool IsWord(string text, TextToken token, LetterRun run)
    {
        var before = run.Start > token.Start ? text[run.Start - 1] : ' ';
        var after = run.End < token.End ? text[run.End] : ' ';
        var stopThenLetter = after == '.' && run.End + 1 < token.End && char.IsLower(text[run.End + 1]);
        var isArgument = before == '(' && run.Start > token.Start + 1 && char.IsLetter(text[run.Start - 2]);
        return run.Length > 1 && !isArgument && !stopThenLetter && before != '.'
            && !char.IsDigit(before) && !char.IsDigit(after) && !IsUpper(run.Of(text));
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }
}
