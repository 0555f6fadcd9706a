using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

/// <summary>The contract in its most naive form: the whole state of one tenant, kept once a revision.</summary>
internal sealed partial class ReferenceModel
{
    private readonly List<State> _history = [State.Empty];
    private readonly SortedSet<string> _everyUnit = new(StringComparer.Ordinal);

    public long Revision => _history.Count - 1;

    public IReadOnlyList<string> EveryUnit => [.. _everyUnit];

    public State At(long? revision) => _history[(int)(revision ?? Revision)];

    /// <summary>
    /// Applies a change; returns the failure that it must have. <paramref name="result"/> is what the store answered, which gives the names of
    /// new units; null where the store refused.
    /// </summary>
    public ErrorCode? Apply(IReadOnlyList<ChangeOperation> operations, string author, DateTimeOffset time, ChangeResult? result)
    {
        var draft = new Draft(this, At(null), author, time, result?.UnitIds ?? []);
        foreach (var operation in operations)
        {
            if (draft.Apply(operation) is { } failure)
            {
                return failure;
            }
        }

        if (result is null)
        {
            return null;
        }

        Assert.Equal(draft.Written, result.Written);
        Assert.Equal(draft.Units, result.UnitIds);
        if (draft.Written > 0)
        {
            _history.Add(draft.State);
        }

        Assert.Equal(Revision, result.ChangeSet.Revision);
        _everyUnit.UnionWith(result.UnitIds);
        return null;
    }

    /// <summary>What happened to units after a revision.</summary>
    public List<UnitChange> ChangesAfter(long revision)
    {
        var changes = new List<UnitChange>();
        for (var r = (int)revision + 1; r <= Revision; r++)
        {
            var (before, now) = (_history[r - 1].Units, _history[r].Units);
            foreach (var id in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
            {
                var unit = now.GetValueOrDefault(id);
                if (unit is null || unit.Revision == r)
                {
                    changes.Add(new UnitChange(r, id, (unit ?? before[id]).MemoryId, unit));
                }
            }
        }

        return changes;
    }

    /// <summary>The versions that were live at some revision from one to another, each with its end up to the latter.</summary>
    public List<UnitVersion> Versions(long since, long upTo) =>
        [.. Enumerable.Range((int)since, (int)(upTo - since) + 1)
            .SelectMany(r => _history[r].Units.Values)
            .DistinctBy(u => (u.Id, u.Revision))
            .OrderBy(u => u.Id, StringComparer.Ordinal)
            .ThenBy(u => u.Revision)
            .Select(u => new UnitVersion(u, EndOf(u, upTo)))];

    private long? EndOf(TranslationUnit unit, long upTo)
    {
        for (var r = unit.Revision; r <= upTo; r++)
        {
            if (_history[(int)r].Units.GetValueOrDefault(unit.Id)?.Revision != unit.Revision)
            {
                return r;
            }
        }

        return null;
    }

    /// <summary>What happened to concepts after a revision.</summary>
    public List<ConceptChange> ConceptChangesAfter(long revision)
    {
        var changes = new List<ConceptChange>();
        for (var r = (int)revision + 1; r <= Revision; r++)
        {
            var (before, now) = (_history[r - 1].Concepts, _history[r].Concepts);
            foreach (var id in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
            {
                var concept = now.GetValueOrDefault(id);
                if (concept is null || concept.Revision == r)
                {
                    changes.Add(new ConceptChange(r, id, concept));
                }
            }
        }

        return changes;
    }

    /// <summary>What the tenant holds at a revision.</summary>
    internal sealed record State(
        ImmutableSortedDictionary<string, Memory> Memories,
        ImmutableSortedDictionary<string, TranslationUnit> Units,
        ImmutableSortedDictionary<string, Document> Documents,
        ImmutableSortedDictionary<string, Concept> Concepts)
    {
        public static State Empty { get; } = new(By<Memory>(), By<TranslationUnit>(), By<Document>(), By<Concept>());

        /// <summary>Memories that were deleted and not made again, with the revision that deleted them.</summary>
        public ImmutableSortedDictionary<string, (Memory Memory, long Revision)> Deleted { get; init; } =
            ImmutableSortedDictionary.Create<string, (Memory, long)>(StringComparer.Ordinal);

        private static ImmutableSortedDictionary<string, T> By<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
    }
}
