using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>Finds which phrases of the translations go with a phrase of the source.</summary>
internal sealed class EquivalentFinder
{
    /// <summary>What a pair counts of which the lexicon knows no word; one that it knows whole counts 1 more.</summary>
    private const double Unproven = 0.25;

    /// <summary>How often a part may occur for each occurrence of the whole.</summary>
    private const double MostBeyond = 1.2;

    private readonly TokenizedTexts _sources;
    private readonly TokenizedTexts _targets;
    private readonly ExtractionOptions _options;
    private readonly LexicalCoverage _lexicon;
    private readonly List<Phrase>[] _byUnit;

    /// <summary>Counts the phrases of the translations.</summary>
    public EquivalentFinder(TokenizedTexts sources, TokenizedTexts targets, ExtractionOptions options)
    {
        _sources = sources;
        _targets = targets;
        _options = options;
        _lexicon = new LexicalCoverage(sources.Language, targets.Language);
        _byUnit = [.. targets.Texts.Select(_ => new List<Phrase>())];
        var termhood = new Termhood(targets);
        foreach (var phrase in new PhraseTable(targets, options).Phrases.Where(p => termhood.Of(p) > 0))
        {
            foreach (var unit in phrase.Units)
            {
                _byUnit[unit].Add(phrase);
            }
        }
    }

    /// <summary>The likely equivalents of a phrase, the best first.</summary>
    public ImmutableArray<CandidateEquivalent> Find(Phrase phrase)
    {
        var together = new Dictionary<Phrase, int>();
        foreach (var other in phrase.Units.SelectMany(unit => _byUnit[unit]))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(together, other, out _)++;
        }

        var words = Words(_sources, phrase);
        return
        [
            .. together
                .Where(t => t.Value >= Math.Min(_options.LeastCount, phrase.Units.Count) && 3 * t.Value >= phrase.Units.Count)
                .Where(t => !IsPart(t.Key, t.Value, together))
                .Select(t => (Phrase: t.Key, Both: t.Value, Score: Score(phrase, t.Key, t.Value, words)))
                .Where(t => t.Score > 0)
                .OrderByDescending(t => t.Score)
                .ThenBy(t => t.Phrase.Form, StringComparer.Ordinal)
                .Take(_options.Equivalents)
                .Select(t => new CandidateEquivalent(t.Phrase.Form, t.Both, t.Score)),
        ];
    }

    private double Score(Phrase phrase, Phrase other, int both, List<string> words) =>
        LogLikelihood.OfPair(both, phrase.Units.Count, other.Units.Count, _sources.Texts.Count) * (Unproven + _lexicon.Of(words, Words(_targets, other)));

    private static List<string> Words(TokenizedTexts texts, Phrase phrase) =>
        [.. phrase.Keys.Select(texts.WordOf).Where(w => !CandidateRules.IsLink(w))];

    /// <summary>What hardly occurs outside of a longer phrase that goes with the candidate as well is a part of it.</summary>
    private static bool IsPart(Phrase phrase, int both, Dictionary<Phrase, int> together) => together.Any(t =>
        t.Key.Keys.Length > phrase.Keys.Length
        && MostBeyond * t.Value >= both
        && t.Key.Keys.AsSpan().IndexOf(phrase.Keys) >= 0);
}
