using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>A source of units in its most naive form: every version that ever was. Thread-safe.</summary>
internal sealed class UnitLog : IUnitSource
{
    private readonly Lock _lock = new();
    private readonly List<(TranslationUnit Unit, string MemoryId, long Begin, long? End)> _versions = [];
    private readonly List<(long Revision, string UnitId, string MemoryId)> _deletions = [];
    private readonly SortedDictionary<string, Memory> _memories = new(StringComparer.Ordinal);
    private long _revision;

    /// <summary>Makes the changes one revision: that of the changes where it is newer than the last, else the next.</summary>
    public long Apply(params IEnumerable<UnitChange> changes)
    {
        lock (_lock)
        {
            var all = changes.ToList();
            _revision = Math.Max(_revision + 1, all.Select(c => c.Revision).DefaultIfEmpty(0).Max());
            foreach (var change in all.GroupBy(c => c.UnitId).Select(g => g.Last()))
            {
                var live = _versions.FindIndex(v => v.Unit.Id == change.UnitId && v.End is null);
                if (live >= 0)
                {
                    _versions[live] = _versions[live] with { End = _revision };
                }

                if (change.Unit is { } unit)
                {
                    _versions.Add((unit with { Revision = _revision }, unit.MemoryId, _revision, null));
                    _memories.TryAdd(unit.MemoryId, new Memory { Id = unit.MemoryId });
                }
                else if (live >= 0)
                {
                    _deletions.Add((_revision, change.UnitId, change.MemoryId));
                }
            }

            return _revision;
        }
    }

    public void Put(Memory memory)
    {
        lock (_lock)
        {
            _memories[memory.Id] = memory;
        }
    }

    public long GetRevision(string tenant)
    {
        lock (_lock)
        {
            return _revision;
        }
    }

    public IReadOnlyList<Memory> ListMemories(string tenant, string? afterId = null, int limit = int.MaxValue)
    {
        lock (_lock)
        {
            return [.. _memories.Values];
        }
    }

    public IReadOnlyList<ChangeSet> ListChangeSets(string tenant, long beforeRevision = long.MaxValue, int limit = int.MaxValue)
    {
        lock (_lock)
        {
            var newest = Math.Min(_revision, beforeRevision - 1);
            return [.. Enumerable.Range(0, (int)Math.Min(limit, newest)).Select(i => ChangeSetOf(newest - i))];
        }
    }

    public IEnumerable<UnitChange> ReadUnitChanges(string tenant, long afterRevision)
    {
        lock (_lock)
        {
            return
            [
                .. _versions.Select(v => new UnitChange(v.Begin, v.Unit.Id, v.MemoryId, v.Unit))
                    .Concat(_deletions.Select(d => new UnitChange(d.Revision, d.UnitId, d.MemoryId, null)))
                    .Where(c => c.Revision > afterRevision)
                    .OrderBy(c => c.Revision)
                    .ThenBy(c => c.UnitId, StringComparer.Ordinal),
            ];
        }
    }

    public IEnumerable<UnitVersion> ReadUnitVersions(string tenant, long since, long upTo)
    {
        lock (_lock)
        {
            return
            [
                .. _versions.Where(v => v.Begin <= upTo && (v.End is null || v.End > since))
                    .OrderBy(v => v.Unit.Id, StringComparer.Ordinal)
                    .ThenBy(v => v.Begin)
                    .Select(v => new UnitVersion(v.Unit, v.End <= upTo ? v.End : null)),
            ];
        }
    }

    public IReadOnlyList<TranslationUnit?> FindUnitVersions(string tenant, IReadOnlyList<UnitVersionName> names)
    {
        lock (_lock)
        {
            return [.. names.Select(n => _versions.Find(v => v.Unit.Id == n.UnitId && v.Begin == n.Revision).Unit)];
        }
    }

    private static ChangeSet ChangeSetOf(long revision) =>
        new(revision, "tester", DateTimeOffset.UnixEpoch.AddMinutes(revision), "", null, null);
}
