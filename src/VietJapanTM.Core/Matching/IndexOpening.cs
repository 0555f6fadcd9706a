using System.Globalization;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>
/// Opens the files of an index. What does not belong to this store or this version is set aside, and a part whose file cannot be opened is
/// built from the store before anything else happens. Used once.
/// </summary>
/// <param name="state">The index.</param>
/// <param name="folder">Where the files are.</param>
/// <param name="endsFiles">Receives each chunk's file of ends, and how many these are.</param>
/// <param name="notice">Told what people should know.</param>
internal sealed class IndexOpening(IndexState state, IndexFolder folder, Dictionary<string, (string File, int Count)> endsFiles, Action<string> notice)
{
    private readonly HashSet<IndexScope> _replaced = [];

    /// <summary>True where every file was opened.</summary>
    public bool IsWhole => _replaced.Count == 0;

    /// <summary>The snapshot that the files hold, or null where they hold none of this store.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public IndexSnapshot? Read()
    {
        var manifest = folder.ReadManifest(out var damage);
        damage ??= manifest is null ? null
            : manifest.TextVersion != IndexFolder.TextVersion ? "it was made by another version"
            : manifest.Profiles.Any(p => ProfileOf(p) is null) ? "it was made with another version of the score"
            : manifest.Store != StoreMark.Of(state.Source, state.Tenant, manifest.Revision) ? "it belongs to another store, or to another state of this one"
            : null;
        if (damage is not null)
        {
            folder.SetAside();
            notice($"The index was set aside, because {damage}. It was rebuilt from the store.");
        }

        if (damage is not null || manifest is null)
        {
            return null;
        }

        var snapshot = IndexSnapshot.Of([.. manifest.Profiles.Select(p => ProfileOf(p)!)]) with { Revision = manifest.Revision, Floor = manifest.Floor };
        foreach (var entry in manifest.Chunks)
        {
            snapshot = Read(snapshot, entry);
        }

        return snapshot;
    }

    private IndexSnapshot Read(IndexSnapshot snapshot, ManifestChunk entry)
    {
        var key = new IndexKey(LanguageTag.Parse(entry.Language), MatchProfile.Parse(entry.Profile));
        if (_replaced.Contains(new IndexScope(entry.Memory, key)))
        {
            return snapshot;
        }

        var index = snapshot.Memories.GetValueOrDefault(entry.Memory)?.Indexes.GetValueOrDefault(key) ?? new SegmentIndex(state.Caches.Of(key));
        try
        {
            var (file, ends) = folder.Open(entry);
            var chunk = new IndexChunk(file, key.Profile);
            foreach (var end in ends)
            {
                chunk.End((int)end.Row, end.Revision);
            }

            endsFiles[entry.File] = (entry.EndsFile, ends.Length);
            return snapshot.With(entry.Memory, key, index with { Chunks = index.Chunks.Add(chunk) });
        }
        catch (IndexDamagedException e)
        {
            return Replace(snapshot, entry.Memory, key, e);
        }
    }

    /// <summary>An index of which a file cannot be opened is built before anything else happens.</summary>
    private IndexSnapshot Replace(IndexSnapshot snapshot, string memoryId, IndexKey key, IndexDamagedException damage)
    {
        notice($"The index file {damage.Message}. It was set aside; its part of the index is rebuilt from the store.");
        folder.SetAside(damage.File);
        var scope = new IndexScope(memoryId, key);
        var built = state.Build([key.Profile], snapshot.Revision, scope).Memories.GetValueOrDefault(memoryId)?.Indexes.GetValueOrDefault(key);
        _replaced.Add(scope);
        return snapshot.With(memoryId, key, built ?? new SegmentIndex(state.Caches.Of(key)));
    }

    private static MatchProfile? ProfileOf(string nameAndVersion) =>
        MatchProfile.All.FirstOrDefault(p => Stamp(p) == nameAndVersion);

    private static string Stamp(MatchProfile profile) =>
        string.Create(CultureInfo.InvariantCulture, $"{profile.Name}/{profile.Version}");
}
