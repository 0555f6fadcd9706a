using System.Collections.Immutable;
using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching.Concordances;

/// <summary>One page of a concordance over one snapshot: merges the walks through the chunks of each memory, fetches their units and compares texts.</summary>
internal sealed class ConcordanceRun(ConcordanceQuery query, IndexSnapshot snapshot, IUnitSource source, string tenant, CancellationToken cancellationToken)
{
    /// <summary>
    /// Rows that a page may look at before it ends early: some ten milliseconds' worth. A phrase of frequent words that never meet has
    /// hundreds of thousands of rows to look at, and the client decides whether to go on.
    /// </summary>
    private const int RowsPerPage = 1 << 14;

    /// <summary>What a unit fetched in vain costs beside a row looked at.</summary>
    private const int RowsPerUnit = 16;

    private readonly long _revision = snapshot.Resolve(query.AsOf);
    private readonly ImmutableArray<ConcordanceHit>.Builder _hits = ImmutableArray.CreateBuilder<ConcordanceHit>();
    private byte[] _unitId = [];
    private int _effort;
    private ConcordancePosition? _last;
    private WordPattern? _pattern;
    private TokenPlan? _plan;

    public ConcordancePage Answer()
    {
        var isWhole = SelectedMemories().All(Collect);
        return new ConcordancePage(_hits.DrainToImmutable(), isWhole ? null : _last, _revision);
    }

    /// <summary>By id, from where the page before ended.</summary>
    private IEnumerable<IndexedMemory> SelectedMemories()
    {
        foreach (var id in query.Memories ?? [])
        {
            if (!snapshot.Memories.ContainsKey(id))
            {
                throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{id}'.", "memories");
            }
        }

        return snapshot.Memories.Values.Where(m =>
            query.Memories?.Contains(m.Settings.Id) != false
            && (query.After is not { } after || string.CompareOrdinal(m.Settings.Id, after.MemoryId) >= 0));
    }

    /// <summary>Adds a memory's hits; false where the page ended first.</summary>
    private bool Collect(IndexedMemory memory)
    {
        var walks = Walks(memory);
        walks.RemoveAll(w => !w.MoveNext());
        var names = new List<UnitVersionName>();
        while (walks.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_hits.Count == query.PageSize || _effort >= RowsPerPage)
            {
                return false;
            }

            names.Clear();
            while (walks.Count > 0 && names.Count < query.PageSize - _hits.Count && _effort < RowsPerPage)
            {
                if (Take(walks) is { } name)
                {
                    names.Add(name);
                }
            }

            _last = new ConcordancePosition(memory.Settings.Id, Encoding.UTF8.GetString(_unitId));
            Verify(names);
        }

        return true;
    }

    /// <summary>Passes the rows of the unit that comes next; answers its version where one of the rows may hold the words.</summary>
    private UnitVersionName? Take(List<RowWalk> walks)
    {
        _unitId = walks[0].UnitId;
        foreach (var walk in walks)
        {
            _unitId = walk.UnitId.AsSpan().SequenceCompareTo(_unitId) < 0 ? walk.UnitId : _unitId;
        }

        long? begin = null;
        for (var i = walks.Count - 1; i >= 0; i--)
        {
            var isLeft = true;
            while (isLeft && walks[i].UnitId.AsSpan().SequenceEqual(_unitId))
            {
                _effort++;
                begin = walks[i].Passes() ? walks[i].Begin : begin;
                isLeft = walks[i].MoveNext();
            }

            if (!isLeft)
            {
                walks.RemoveAt(i);
            }
        }

        return begin is { } revision ? new UnitVersionName(Encoding.UTF8.GetString(_unitId), revision) : null;
    }

    /// <summary>Fetches units and adds those whose texts hold the words.</summary>
    private void Verify(List<UnitVersionName> names)
    {
        foreach (var unit in source.FindUnitVersions(tenant, names))
        {
            if (unit is not null && HitOf(unit) is { } hit)
            {
                _hits.Add(hit);
            }
            else
            {
                _effort += RowsPerUnit;
            }
        }
    }

    private ConcordanceHit? HitOf(TranslationUnit unit)
    {
        ImmutableArray<int> targets = [.. Enumerable.Range(0, unit.Variants.Length).Where(i => IsTarget(unit.Variants[i]))];
        if (targets.IsEmpty && query.Target is not null)
        {
            return null;
        }

        var found = ImmutableArray.CreateBuilder<ConcordanceText>();
        for (var i = 0; i < unit.Variants.Length; i++)
        {
            var variant = unit.Variants[i];
            if (IsOffered(variant) && LocaleRelations.Of(query.Language, variant.Language) != LocaleRelation.None
                && _pattern!.Find(variant.Text) is { IsEmpty: false } spans)
            {
                found.Add(new ConcordanceText(i, spans));
            }
        }

        return found.Count == 0 ? null : new ConcordanceHit(unit, found.DrainToImmutable(), targets);
    }

    private bool IsTarget(Variant variant) => IsOffered(variant) && (query.Target is { } target
        ? LocaleRelations.Of(target, variant.Language) != LocaleRelation.None
        : LocaleRelations.Of(query.Language, variant.Language) == LocaleRelation.None);

    /// <summary>A rejected variant is never offered.</summary>
    private static bool IsOffered(Variant variant) => variant.Status != VariantStatus.Rejected;

    /// <summary>The walks through a memory's chunks, in whatever region of the language.</summary>
    private List<RowWalk> Walks(IndexedMemory memory)
    {
        var after = query.After is { } a && a.MemoryId == memory.Settings.Id ? Encoding.UTF8.GetBytes(a.UnitId) : null;
        var walks = new List<RowWalk>();
        foreach (var (key, index) in memory.Indexes)
        {
            if (key.Profile == MatchProfile.Standard && LocaleRelations.Of(query.Language, key.Language) != LocaleRelation.None)
            {
                // Indexes of one language share their analysis.
                var cutter = new WordCutter(index.Forms, key.Language);
                _pattern ??= new WordPattern(cutter, query.Text, query.IsPhrase);
                _plan ??= new TokenPlan(cutter, query.Text, query.IsPhrase);
                walks.AddRange(index.WholeChunks().Select(chunk => new RowWalk(chunk, _plan, _revision, after)));
            }
        }

        return walks;
    }
}
