using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Changes;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>Concepts with the index of each of their languages. Immutable and thread-safe.</summary>
internal sealed class GlossaryIndex
{
    private readonly Dictionary<string, TermIndex> _indexes;
    private readonly Lazy<Dictionary<string, Concept>?> _byId;
    private readonly Lazy<ILookup<string, Concept>> _byRelated;

    /// <summary>Builds the indexes.</summary>
    public GlossaryIndex(ImmutableArray<Concept> concepts)
    {
        Concepts = concepts;
        var builders = new Dictionary<string, TermIndexBuilder>(StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            foreach (var section in concept.Languages)
            {
                if (!builders.TryGetValue(section.Language.Primary, out var builder))
                {
                    builders[section.Language.Primary] = builder = new TermIndexBuilder(section.Language);
                }

                builder.Add(concept, section);
            }
        }

        _indexes = builders.ToDictionary(b => b.Key, b => b.Value.Build(), StringComparer.Ordinal);
        Sections = builders.ToDictionary(b => b.Key, b => b.Value.Sections, StringComparer.Ordinal);
        _byId = new Lazy<Dictionary<string, Concept>?>(() => AmendedGlossary.IsInOrder(concepts) ? null : FirstById());
        _byRelated = new Lazy<ILookup<string, Concept>>(() => concepts
            .SelectMany(concept => concept.Related.Distinct(StringComparer.Ordinal), (concept, id) => (Id: id, Concept: concept))
            .ToLookup(r => r.Id, r => r.Concept, StringComparer.Ordinal));
    }

    /// <summary>The concepts in their order.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>For each primary language subtag, how many sections the concepts have in it.</summary>
    public IReadOnlyDictionary<string, int> Sections { get; }

    /// <summary>The index of a language, or null where there are no terms in it.</summary>
    public TermIndex? IndexOf(LanguageTag language) => _indexes.GetValueOrDefault(language.Primary);

    /// <summary>The first concept of an id, or null.</summary>
    public Concept? Find(string id)
    {
        if (_byId.Value is { } byId)
        {
            return byId.GetValueOrDefault(id);
        }

        var (low, high) = (0, Concepts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(Concepts[middle].Id, id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < Concepts.Length && Concepts[low].Id == id ? Concepts[low] : null;
    }

    /// <summary>The concepts that name an id among their relations.</summary>
    public IEnumerable<Concept> RelatedTo(string id) => _byRelated.Value[id];

    private Dictionary<string, Concept> FirstById()
    {
        var byId = new Dictionary<string, Concept>(Concepts.Length, StringComparer.Ordinal);
        foreach (var concept in Concepts)
        {
            byId.TryAdd(concept.Id, concept);
        }

        return byId;
    }
}
