using System.Globalization;
using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>
/// The folder of an index: numbered files of chunks and of ends, and the manifest that says which of them count. Files never change; what
/// the manifest does not name is waste. Not thread-safe.
/// </summary>
internal sealed class IndexFolder(string path)
{
    private const string ManifestName = "manifest";
    private const string AsideName = "aside";

    /// <summary>Of what was set aside so much is kept, in files.</summary>
    private const int KeptAside = 8;

    private long _lastNumber;

    /// <summary>
    /// How texts are cut and folded: grows with every change of that, and changes with the runtime, whose tables of characters decide too.
    /// </summary>
    public static string TextVersion { get; } = $"1 {Environment.Version.ToString(2)}";

    /// <summary>Bytes of all files that the manifest names.</summary>
    public long Bytes => Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles().Sum(f => f.Length) : 0;

    /// <summary>Makes the folder and reads the manifest; null where there is none, with the reason where there should be one.</summary>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    public IndexManifest? ReadManifest(out string? damage)
    {
        damage = null;
        Directory.CreateDirectory(path);
        _lastNumber = Directory.EnumerateFiles(path)
            .Select(f => long.TryParse(Path.GetFileName(f).Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty(0)
            .Max();
        var file = Place(ManifestName);
        if (!File.Exists(file))
        {
            damage = _lastNumber > 0 ? "the manifest is missing" : null;
            return null;
        }

        var manifest = IndexManifest.Parse(File.ReadAllBytes(file));
        damage = manifest is null ? "the manifest is damaged" : null;
        return manifest;
    }

    /// <summary>Opens a chunk of the manifest with its ends.</summary>
    /// <exception cref="IndexDamagedException">A file is not what the manifest says.</exception>
    public (ChunkFile File, RowEnd[] Ends) Open(ManifestChunk chunk)
    {
        var file = ChunkFile.Open(Place(chunk.File));
        if (file.Checksum != chunk.Checksum)
        {
            throw new IndexDamagedException(chunk.File, "is not the file that the index was made with");
        }

        return (file, chunk.EndsFile.Length == 0 ? [] : EndsFile.Read(Place(chunk.EndsFile)));
    }

    /// <summary>Writes a chunk into a new file.</summary>
    public ChunkFile Write(ChunkImage image) => ChunkFile.Write(image, Place(NextName("chunk")));

    /// <summary>Writes ends into a new file; answers its name.</summary>
    public string Write(IReadOnlyCollection<RowEnd> ends)
    {
        var name = NextName("ends");
        EndsFile.Write(Place(name), ends);
        return name;
    }

    /// <summary>Puts a manifest in place, then deletes what it does not name.</summary>
    public void Write(IndexManifest manifest)
    {
        DurableFile.Write(Place(ManifestName), stream => stream.Write(manifest.ToBytes()));
        var named = manifest.Chunks.SelectMany(c => new[] { c.File, c.EndsFile }).Append(ManifestName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path).Where(f => !named.Contains(Path.GetFileName(f))))
        {
            DurableFile.TryDelete(file);
        }
    }

    /// <summary>Moves a file, or all where none is named, out of the way, so that it can be looked at.</summary>
    public void SetAside(string? name = null)
    {
        try
        {
            var aside = Directory.CreateDirectory(Place(AsideName));
            foreach (var file in name is null ? Directory.GetFiles(path) : [Place(name)])
            {
                File.Move(file, Path.Combine(aside.FullName, Path.GetFileName(file)), overwrite: true);
            }

            foreach (var old in aside.GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Skip(KeptAside))
            {
                old.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be moved is left: the next manifest does not name it.
        }
    }

    private string NextName(string kind) => string.Create(CultureInfo.InvariantCulture, $"{++_lastNumber:D8}.{kind}");

    private string Place(string name) => Path.Combine(path, name);
}
