using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using VietJapanTM.Alignment.Learning;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// Learns a small lexicon from the caller's terms and approved units. What was learned is kept as long as the evidence lives, so
/// that a glossary or a memory is learned once and not with each document. Thread-safe.
/// </summary>
internal static class EvidenceLexicon
{
    private const int Iterations = 5;
    private const int MostTokens = 120;
    private static readonly LexiconLimits Limits = new(LeastCount: 1, LeastProbability: 0.05, MostTranslations: 10);

    private static readonly ConditionalWeakTable<AlignmentEvidence, ConcurrentDictionary<(string, string), Lazy<Lexicon?>>> Learned = [];

    /// <summary>The lexicon whose first language is <paramref name="source"/>, or null where nothing bears on the two languages.</summary>
    public static Lexicon? Of(AlignmentEvidence? evidence, LanguageTag source, LanguageTag target) => evidence is not { Pairs.Length: > 0 }
        ? null
        : Learned.GetOrCreateValue(evidence)
            .GetOrAdd((source.Primary, target.Primary), _ => new Lazy<Lexicon?>(() => Learn(evidence, source, target))).Value;

    private static Lexicon? Learn(AlignmentEvidence evidence, LanguageTag source, LanguageTag target)
    {
        var trainer = new LexiconTrainer();
        foreach (var pair in evidence.Pairs)
        {
            if (pair.FirstLanguage.Primary == source.Primary && pair.SecondLanguage.Primary == target.Primary)
            {
                trainer.Add(pair.First, pair.Second, MostTokens);
            }
            else if (pair.FirstLanguage.Primary == target.Primary && pair.SecondLanguage.Primary == source.Primary)
            {
                trainer.Add(pair.Second, pair.First, MostTokens);
            }
        }

        if (trainer.PairCount == 0)
        {
            return null;
        }

        // A sentence that was seen once is sure of nothing; a term is.
        const double smoothing = 0.5;
        var tables = trainer.Train(Iterations, smoothing);
        return Lexicon.Load(LexiconFormat.Pack(LexiconPacker.Pack(tables, source.Primary, target.Primary, Limits)));
    }
}
