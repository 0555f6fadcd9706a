using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Workspace;

/// <summary>
/// The newest approved units of a store as evidence for the aligner: what a reviewer confirms today informs the next alignment. Follows
/// the store from alignment to alignment; the cost is bounded by <see cref="MostUnits"/> units kept and <see cref="MostRead"/> changes
/// read at a time. Thread-safe.
/// </summary>
/// <param name="store">The store.</param>
internal sealed class ApprovedUnits(IUnitSource store)
{
    /// <summary>Units that are kept; the newest. Learning from them takes the aligner some tenths of a second, once a change.</summary>
    public const int MostUnits = 1_000;

    /// <summary>
    /// Changes that one look at the store reads. Later revisions wait for the next look; what a single revision has beyond that is left out.
    /// </summary>
    public const int MostRead = 50_000;

    private readonly Lock _following = new();
    private readonly Dictionary<string, (TranslationUnit Unit, long Order)> _units = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(string Id, long Order), long> _oldest = new();
    private AlignmentEvidence _evidence = AlignmentEvidence.None;
    private AlignmentEvidence _combined = AlignmentEvidence.None;
    private AlignmentEvidence? _terms;
    private long _revision;
    private long _order;

    /// <summary>The evidence of a glossary and of the approved units; the same object as long as neither changes.</summary>
    public AlignmentEvidence With(AlignmentEvidence terms)
    {
        lock (_following)
        {
            if (Follow() || !ReferenceEquals(terms, _terms))
            {
                _terms = terms;
                _combined = terms.With(_evidence);
            }

            return _combined;
        }
    }

    private bool Follow()
    {
        var newest = store.GetRevision(Tenants.Default);
        if (newest == _revision)
        {
            return false;
        }

        var changed = false;
        var read = 0;
        foreach (var change in store.ReadUnitChanges(Tenants.Default, _revision))
        {
            changed |= Take(change);
            _revision = change.Revision;
            if (++read == MostRead)
            {
                break;
            }
        }

        _revision = read < MostRead ? Math.Max(newest, _revision) : _revision;

        if (changed)
        {
            _evidence = AlignmentEvidence.FromApprovedUnits(_units.Values.OrderBy(kept => kept.Order).Select(kept => kept.Unit));
        }

        return changed;
    }

    private bool Take(UnitChange change)
    {
        var changed = _units.Remove(change.UnitId);
        if (change.Unit is not { } unit || unit.Variants.Count(variant => variant.Status == VariantStatus.Approved) < 2)
        {
            return changed;
        }

        _units.Add(change.UnitId, (unit, ++_order));
        _oldest.Enqueue((change.UnitId, _order), _order);
        while (_units.Count > MostUnits)
        {
            var (id, order) = _oldest.Dequeue();
            if (_units.TryGetValue(id, out var kept) && kept.Order == order)
            {
                _units.Remove(id);
            }
        }

        return true;
    }
}
