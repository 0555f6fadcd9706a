using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching;

/// <summary>
/// Writes one state of the index down: chunks that are in memory go into files, chunks that have become too many into one, then the manifest
/// names them. Readers and the writer go on meanwhile; what they end in the old chunks is carried over to the new. Used once.
/// </summary>
/// <param name="state">The index.</param>
/// <param name="folder">Where the files are.</param>
/// <param name="endsFiles">For each chunk's file its file of ends and how many these are; kept from flush to flush.</param>
internal sealed class IndexFlush(IndexState state, IndexFolder folder, Dictionary<string, (string File, int Count)> endsFiles)
{
    private readonly List<Step> _steps = [];
    private readonly List<(string MemoryId, IndexKey Key, ImmutableArray<IndexChunk> Chunks)> _indexes = [];
    private IndexSnapshot _frozen = state.Snapshot;

    /// <summary>The revision that the files then hold.</summary>
    public long Revision => _frozen.Revision;

    /// <summary>The profiles that they serve.</summary>
    public ImmutableArray<MatchProfile> Profiles => _frozen.Profiles;

    /// <summary>Does it all.</summary>
    /// <exception cref="IOException">The disk is full; the index and its files are as before.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        Freeze();
        foreach (var step in _steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step.Write(folder, _frozen, cancellationToken);
        }

        state.Change(Replace);
        WriteManifest();
    }

    /// <summary>Lets the writer merge again what was not replaced.</summary>
    public void Release() => state.Change(snapshot =>
    {
        foreach (var chunk in _steps.SelectMany(s => s.Old))
        {
            chunk.IsReserved = false;
        }

        return snapshot;
    });

    /// <summary>Takes the state that is written, raises the floor, and reserves the chunks that will be replaced.</summary>
    private void Freeze() => state.Change(snapshot =>
    {
        var revision = LastWhole(snapshot);
        _frozen = snapshot with { Revision = revision, Floor = Math.Max(snapshot.Floor, revision - state.Options.KeptRevisions) };
        foreach (var (memoryId, key, index) in _frozen.Indexes())
        {
            var chunks = index.Chunks.RemoveAll(c => c.File is null && c.Changes.Newest > revision);
            var merged = ChunkMerging.Choose(chunks, _frozen.Floor);
            if (merged.Length > 0)
            {
                _steps.Add(new Step(memoryId, key, index.Forms, merged));
            }

            foreach (var chunk in chunks[..^merged.Length].Where(c => c.File is null))
            {
                _steps.Add(new Step(memoryId, key, index.Forms, [chunk]));
            }

            _indexes.Add((memoryId, key, chunks));
        }

        foreach (var chunk in _steps.SelectMany(s => s.Old))
        {
            chunk.IsReserved = true;
        }

        return snapshot with { Floor = _frozen.Floor };
    });

    /// <summary>
    /// The newest revision of which all rows can be written. While a large change is on its way, what has come of it stays in memory, with
    /// whatever came in the same steps.
    /// </summary>
    private static long LastWhole(IndexSnapshot snapshot)
    {
        var revision = snapshot.Revision;
        var inMemory = snapshot.Indexes().SelectMany(i => i.Index.Chunks).Where(c => c.File is null).Select(c => c.Changes);
        foreach (var (oldest, newest) in inMemory.OrderByDescending(c => c.Newest))
        {
            revision = newest > revision ? Math.Min(revision, oldest - 1) : revision;
        }

        return revision;
    }

    private IndexSnapshot Replace(IndexSnapshot snapshot)
    {
        foreach (var step in _steps)
        {
            var index = snapshot.Memories[step.MemoryId].Indexes[step.Key];
            var at = index.Chunks.IndexOf(step.Old[0]);

            // A withdrawn index is being rebuilt.
            if (at >= 0)
            {
                step.CarryEnds();
                ImmutableArray<IndexChunk> made = step.New!.Count == 0 ? [] : [step.New];
                snapshot = snapshot.With(
                    step.MemoryId, step.Key, index with { Chunks = [.. index.Chunks[..at], .. made, .. index.Chunks[(at + step.Old.Length)..]] });
            }
        }

        return snapshot;
    }

    private void WriteManifest()
    {
        var chunks = new List<ManifestChunk>();
        foreach (var (memoryId, key, frozen) in _indexes)
        {
            foreach (var chunk in Written(memoryId, key, frozen))
            {
                chunks.Add(new ManifestChunk(
                    memoryId, key.Language.Value, key.Profile.Name, chunk.File!.Name, chunk.File.Checksum, WriteEnds(chunk)));
            }
        }

        folder.Write(new IndexManifest(
            IndexFolder.TextVersion,
            StoreMark.Of(state.Source, state.Tenant, _frozen.Revision),
            _frozen.Revision,
            _frozen.Floor,
            [.. _frozen.Profiles.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}/{p.Version}"))],
            [.. chunks]));
    }

    /// <summary>The frozen chunks of an index, each in a file.</summary>
    private IEnumerable<IndexChunk> Written(string memoryId, IndexKey key, ImmutableArray<IndexChunk> frozen)
    {
        var steps = _steps.Where(s => s.MemoryId == memoryId && s.Key == key).ToList();
        var replaced = steps.SelectMany(s => s.Old).ToHashSet();
        return frozen.Where(c => !replaced.Contains(c)).Concat(steps.Select(s => s.New!).Where(c => c.Count > 0));
    }

    /// <summary>The file of a chunk's later ends, a new one where there are more than the last has; empty for none.</summary>
    private string WriteEnds(IndexChunk chunk)
    {
        var ends = chunk.LaterEnds.Where(e => e.Value <= _frozen.Revision).Select(e => new RowEnd(e.Key, e.Value)).ToList();
        var name = chunk.File!.Name;
        if (endsFiles.GetValueOrDefault(name) is var known && known.Count != ends.Count)
        {
            known = (folder.Write(ends), ends.Count);
            endsFiles[name] = known;
        }

        return known.File ?? "";
    }

    /// <summary>Some chunks, side by side, that one takes the place of.</summary>
    private sealed class Step(string memoryId, IndexKey key, FormCache forms, ImmutableArray<IndexChunk> old)
    {
        public string MemoryId => memoryId;

        public IndexKey Key => key;

        public ImmutableArray<IndexChunk> Old => old;

        public IndexChunk? New { get; private set; }

        public void Write(IndexFolder folder, IndexSnapshot frozen, CancellationToken cancellationToken)
        {
            if (old is [{ File: null } single])
            {
                New = new IndexChunk(folder.Write(single.Image), key.Profile);
                return;
            }

            foreach (var chunk in old)
            {
                chunk.EnsureWhole();
            }

            var merged = ChunkMerging.Merge(forms, old, ChunkLabels.Of(memoryId, key), frozen.Floor, frozen.Revision, cancellationToken);
            New = new IndexChunk(folder.Write(merged.Image), key.Profile);
            (merged.Image.Memory as NativeBlock)?.Dispose();
        }

        /// <summary>Ends in the new chunk what has ended in the old ones since they were read.</summary>
        public void CarryEnds()
        {
            foreach (var chunk in old)
            {
                foreach (var (row, end) in chunk.LaterEnds)
                {
                    foreach (var twin in New!.RowsOf(chunk.UnitIdBytes(row)))
                    {
                        if (New.BeginOf(twin) == chunk.BeginOf(row) && New.OrdinalOf(twin) == chunk.OrdinalOf(row) && New.EndOf(twin) == 0)
                        {
                            New.End(twin, end);
                        }
                    }
                }
            }
        }
    }
}
