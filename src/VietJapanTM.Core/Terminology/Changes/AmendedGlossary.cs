using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Changes;

/// <summary>
/// Concepts in ascending order of their ids, and what became of some of them since. An amendment costs no more than what was amended before.
/// Immutable and thread-safe.
/// </summary>
public sealed class AmendedGlossary
{
    private readonly IReadOnlyList<Concept> _origin;
    private readonly ImmutableSortedDictionary<string, Concept?> _amendments;
    private readonly Lazy<bool> _isInOrder;

    /// <summary>A glossary without amendments.</summary>
    /// <param name="origin">The concepts; to be amended they must stand in ascending order of their ids, none twice.</param>
    public AmendedGlossary(IReadOnlyList<Concept> origin)
        : this(origin, ImmutableSortedDictionary.Create<string, Concept?>(StringComparer.Ordinal), new Lazy<bool>(() => IsInOrder(origin)))
    {
    }

    private AmendedGlossary(IReadOnlyList<Concept> origin, ImmutableSortedDictionary<string, Concept?> amendments, Lazy<bool> isInOrder)
    {
        _origin = origin;
        _amendments = amendments;
        _isInOrder = isInOrder;
    }

    /// <summary>True where the concepts stand in ascending order of their ids, none twice.</summary>
    public bool CanBeAmended => _isInOrder.Value;

    /// <summary>How many concepts were amended.</summary>
    public int Amendments => _amendments.Count;

    /// <summary>The concepts that were changed or added, in order.</summary>
    public IEnumerable<Concept> Amended => _amendments.Values.OfType<Concept>();

    /// <summary>The ids of those that were changed, added or taken away, in order.</summary>
    public IEnumerable<string> AmendedIds => _amendments.Keys;

    /// <summary>True where a concept was amended, with what became of it: null where it is no more.</summary>
    public bool TryFindAmended(string conceptId, out Concept? concept) => _amendments.TryGetValue(conceptId, out concept);

    /// <summary>The glossary after further amendments.</summary>
    /// <param name="amendments">Ids and what became of the concepts: null where one is no more. Of two with one id the later counts.</param>
    /// <exception cref="InvalidOperationException">It cannot be amended.</exception>
    public AmendedGlossary With(IEnumerable<KeyValuePair<string, Concept?>> amendments) => CanBeAmended
        ? new AmendedGlossary(_origin, _amendments.SetItems(amendments), _isInOrder)
        : throw new InvalidOperationException("Only a glossary in ascending order of its ids can be amended.");

    /// <summary>True where concepts stand in ascending order of their ids, none twice.</summary>
    internal static bool IsInOrder(IReadOnlyList<Concept> concepts)
    {
        for (var i = 1; i < concepts.Count; i++)
        {
            if (string.CompareOrdinal(concepts[i - 1].Id, concepts[i].Id) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All concepts in order.</summary>
    public ImmutableArray<Concept> ToArray()
    {
        if (_amendments.Count == 0)
        {
            return [.. _origin];
        }

        var all = ImmutableArray.CreateBuilder<Concept>(_origin.Count + _amendments.Count);
        var at = 0;
        foreach (var (id, concept) in _amendments)
        {
            for (; at < _origin.Count && string.CompareOrdinal(_origin[at].Id, id) < 0; at++)
            {
                all.Add(_origin[at]);
            }

            at += at < _origin.Count && _origin[at].Id == id ? 1 : 0;
            if (concept is not null)
            {
                all.Add(concept);
            }
        }

        for (; at < _origin.Count; at++)
        {
            all.Add(_origin[at]);
        }

        return all.ToImmutable();
    }
}
