using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// Texts that are known to say the same: glossary terms and approved units. The aligner learns word translations from them
/// beside the shipped lexicon. Immutable.
/// </summary>
/// <param name="Pairs">The pairs, in any order and any languages; those of other languages than the ones aligned are ignored.</param>
public sealed record AlignmentEvidence(ImmutableArray<EvidencePair> Pairs)
{
    /// <summary>No evidence.</summary>
    public static AlignmentEvidence None { get; } = new([]);

    /// <summary>Every pair of languages of every concept, terms that may not be used included: old texts contain them.</summary>
    public static AlignmentEvidence FromConcepts(IEnumerable<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        var pairs = ImmutableArray.CreateBuilder<EvidencePair>();
        foreach (var concept in concepts)
        {
            var terms = concept.Languages.SelectMany(section => section.Terms, (section, term) => (section.Language, term.Text)).ToList();
            AddAllPairs(terms, pairs);
        }

        return new AlignmentEvidence(pairs.ToImmutable());
    }

    /// <summary>Every pair of languages of every unit whose variants are approved.</summary>
    public static AlignmentEvidence FromApprovedUnits(IEnumerable<TranslationUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pairs = ImmutableArray.CreateBuilder<EvidencePair>();
        foreach (var unit in units)
        {
            var variants = unit.Variants.Where(v => v.Status == VariantStatus.Approved).Select(v => (v.Language, v.Text)).ToList();
            AddAllPairs(variants, pairs);
        }

        return new AlignmentEvidence(pairs.ToImmutable());
    }

    /// <summary>Both collections, this one first.</summary>
    public AlignmentEvidence With(AlignmentEvidence other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new AlignmentEvidence(Pairs.AddRange(other.Pairs));
    }

    private static void AddAllPairs(List<(LanguageTag Language, string Text)> texts, ImmutableArray<EvidencePair>.Builder pairs)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                if (texts[i].Language != texts[j].Language)
                {
                    pairs.Add(new EvidencePair(texts[i].Language, texts[i].Text, texts[j].Language, texts[j].Text));
                }
            }
        }
    }
}

/// <summary>Two texts that say the same.</summary>
/// <param name="FirstLanguage">Language of <paramref name="First"/>.</param>
/// <param name="First">A term or a sentence.</param>
/// <param name="SecondLanguage">Language of <paramref name="Second"/>.</param>
/// <param name="Second">Its counterpart.</param>
public sealed record EvidencePair(LanguageTag FirstLanguage, string First, LanguageTag SecondLanguage, string Second);
