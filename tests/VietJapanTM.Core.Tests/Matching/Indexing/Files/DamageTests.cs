using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Store;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching.Indexing.Files;

/// <summary>Files that are not what was written. Look-ups are right or unavailable, the file is named, and the index is whole again soon.</summary>
public sealed class DamageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly UnitLog _log = new();

    public DamageTests()
    {
        // Posting lists, several forms of a word, numbers, two revisions, two Spanish texts in a unit, and a few ends.
        var random = new Random(3);
        var generator = new SegmentGenerator(random);
        foreach (var half in Enumerable.Range(0, 700).Chunk(350))
        {
            _log.Apply(half.Select(i => Put(Unit($"u{i:D3}", $"Frase común {i % 90} {generator.Segment()}", $"T{i}"))));
        }

        var twice = Unit("v", "Frase común.", "T");
        _log.Apply(Put(twice with { Variants = [.. twice.Variants, Variant("es", "Frase común 35 con otra forma.") with { UpdateTime = DateTimeOffset.UnixEpoch }] }));
        _log.Apply(Enumerable.Range(0, 20).Select(i => Delete(Unit($"u{i:D3}", "", ""))));
        Open().Dispose();
        _log.Apply(Enumerable.Range(30, 10).Select(i => Delete(Unit($"u{i:D3}", "", ""))));
        Open().Dispose();
    }

    /// <summary>The sections that are not empty in so small an index; <see cref="ChunkFileTests"/> has all.</summary>
    public static TheoryData<string> Sections =>
    [
        .. Enum.GetValues<ChunkSection>()
            .Except([ChunkSection.RarePlaces, ChunkSection.RareKeys, ChunkSection.PlainRows])
            .Select(s => s.ToString()),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sections))]
    public void Lookup_AByteOfASectionFlipped_IsRightOrUnavailableAndThenWhole(string section)
    {
        var file = Chunks().First(c => Entry(c, section).Length > 0);
        var entry = Entry(file, section);
        Flip(file, entry.Offset + (entry.Length / 2));
        AssertMends(Path.GetFileName(file), section);
    }

    [Theory]
    [InlineData(0, "no file of the index")]
    [InlineData(8, "format")]
    [InlineData(17, "header")]
    [InlineData(40, "directory")]
    public void Lookup_AByteOfTheHeaderFlipped_IsRightAtOnce(long offset, string words)
    {
        Flip(Chunks()[0], offset);
        AssertMends(Path.GetFileName(Chunks()[0]), words);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(-1)]
    public void Lookup_FileCutOff_IsRightAtOnce(long length)
    {
        var file = Chunks()[0];
        var bytes = File.ReadAllBytes(file);
        Replace(file, bytes[..(int)(length < 0 ? bytes.Length + length : length)]);
        AssertMends(Path.GetFileName(file), "cut off");
    }

    [Fact]
    public void Lookup_FileMissing_IsRightAtOnce()
    {
        var file = Chunks()[0];
        File.Delete(file);
        AssertMends(Path.GetFileName(file), "missing");
    }

    [Fact]
    public void Lookup_EndsFileDamaged_IsRightAtOnce()
    {
        var file = Directory.GetFiles(_folder.Root, "*.ends")[0];
        Flip(file, 3);
        AssertMends(Path.GetFileName(file), "damaged");
    }

    [Fact]
    public void Lookup_AnotherChunkInItsPlace_IsRightAtOnce()
    {
        var files = Chunks();
        Replace(files[0], File.ReadAllBytes(files[1]));
        AssertMends(Path.GetFileName(files[0]), "is not the file");
    }

    [Fact]
    public void Open_FolderMissing_BuildsAnew()
    {
        Directory.Delete(_folder.Root, recursive: true);
        using var index = Open();
        AssertRight(index);
        Assert.Empty(index.Status.Notices);
    }

    [Fact]
    public void Open_ManifestDamagedOrMissing_IsSetAsideAndBuiltAnew()
    {
        Flip(_folder["manifest"], 20);
        using (var index = Open())
        {
            AssertRight(index);
            Assert.Contains("manifest is damaged", Assert.Single(index.Status.Notices));
        }

        File.Delete(_folder["manifest"]);
        using var again = Open();
        AssertRight(again);
        Assert.Contains("manifest is missing", Assert.Single(again.Status.Notices));
    }

    [Theory]
    [InlineData("text\t", "text\t0", "another version")]
    [InlineData("standard/1", "standard/0", "another version of the score")]
    [InlineData("store\t", "store\tx", "another store")]
    public void Open_MadeByAnotherVersionOrForAnotherStore_IsSetAsideAndBuiltAnew(string what, string other, string words)
    {
        var text = File.ReadAllText(_folder["manifest"]).Replace(what, other);
        text = text[..text.LastIndexOf("end\t", StringComparison.Ordinal)];
        File.WriteAllText(_folder["manifest"], $"{text}end\t{Checksum.Of(Encoding.UTF8.GetBytes(text))}\n");
        using var index = Open();
        AssertRight(index);
        Assert.Contains(words, Assert.Single(index.Status.Notices));
        Assert.NotEmpty(Directory.GetFiles(_folder["aside"]));
    }

    [Fact]
    public void Open_IndexOfAStoreThatIsFurther_IsSetAsideAndBuiltAnew()
    {
        var restored = new UnitLog();
        restored.Apply(Put(Unit("u", "Otra historia.", "T")));
        using var index = new TranslationMemoryIndex(restored, Tenants.Default, new IndexOptions { Folder = _folder.Root });
        index.CatchUp();
        Assert.Equal(["u"], index.Lookup(Query("Otra historia.")).Ids());
        Assert.Empty(index.Lookup(Query("Frase común 5") with { Threshold = 50 }).Matches);
        Assert.Contains("another store", Assert.Single(index.Status.Notices));
    }

    [Fact]
    public void Parse_ManifestWithAnyByteChanged_IsNoManifest()
    {
        var bytes = File.ReadAllBytes(_folder["manifest"]);
        var manifest = IndexManifest.Parse(bytes)!;
        Assert.Equal(bytes, manifest.ToBytes());
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Null(IndexManifest.Parse(bytes));
            bytes[i] ^= 1;
            Assert.Null(IndexManifest.Parse(bytes.AsSpan(0, i)));
        }
    }

    [SkippableFact]
    public void CatchUp_DiskFull_LookupsGoOnAndLaterFilesAreWritten()
    {
        using var place = new TemporaryFolder();
        using var disk = Mount.SmallDisk(place.Root, 64 << 10);
        using (var index = new TranslationMemoryIndex(_log, Tenants.Default, new IndexOptions { Folder = place["index"] }))
        {
            index.CatchUp();
            AssertRight(index);
        }

        Assert.False(File.Exists(place["index", "manifest"]));
        Assert.Empty(Directory.GetFiles(place["index"], "*" + DurableFile.Unfinished));
        disk.Resize(16 << 20);
        for (var opened = 0; opened < 2; opened++)
        {
            using var index = new TranslationMemoryIndex(_log, Tenants.Default, new IndexOptions { Folder = place["index"] });
            index.CatchUp();
            AssertRight(index);
        }

        Assert.True(File.Exists(place["index", "manifest"]));
    }

    [SkippableFact]
    public void CatchUp_FolderThatCannotBeWritten_IsKeptInMemory()
    {
        using var place = new TemporaryFolder();
        using var readOnly = Mount.ReadOnly(place.Root);
        using var index = new TranslationMemoryIndex(_log, Tenants.Default, new IndexOptions { Folder = place["index"] });
        index.CatchUp();
        AssertRight(index);
        Assert.Contains("in memory alone", Assert.Single(index.Status.Notices));
    }

    private static DirectoryEntry Entry(string file, string section) =>
        ChunkFile.Open(file).Image.Directory.FirstOrDefault(e => e.Section == (int)Enum.Parse<ChunkSection>(section));

    private static void Flip(string file, long offset)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[offset] ^= 0x10;
        Replace(file, bytes);
    }

    /// <summary>Makes a new file, since the old one may still be mapped.</summary>
    private static void Replace(string file, byte[] bytes)
    {
        File.Delete(file);
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>The files of chunks, that of the Spanish standard index first, which has every section.</summary>
    private string[] Chunks() => [.. Directory.GetFiles(_folder.Root, "*.chunk").OrderByDescending(f => new FileInfo(f).Length)];

    private TranslationMemoryIndex Open()
    {
        var index = new TranslationMemoryIndex(_log, Tenants.Default, new IndexOptions { Folder = _folder.Root });
        index.CatchUp();
        return index;
    }

    private void AssertMends(string file, string words)
    {
        using (var index = Open())
        {
            var until = DateTime.UtcNow + Patience;
            while (!IsRight(index) || index.Status.Notices.IsEmpty)
            {
                Assert.True(DateTime.UtcNow < until, "The index was not rebuilt in time.");
                Thread.Sleep(5);
            }

            Assert.Contains(index.Status.Notices, n => n.Contains(file) && n.Contains(words));
        }

        using var again = Open();
        AssertRight(again);
        Assert.Empty(again.Status.Notices);
    }

    private static void AssertRight(TranslationMemoryIndex index) => Assert.True(IsRight(index));

    /// <summary>True where some look-ups answer as the scan does; false where one is unavailable.</summary>
    private static bool IsRight(TranslationMemoryIndex index)
    {
        try
        {
            for (var i = 0; i < 60; i += 3)
            {
                IndexFilesLawTests.AssertSameAsScan(index, Query($"Frase común {i}") with { Threshold = 50 + (i % 50), MaxResults = 1_000 });
            }

            IndexFilesLawTests.AssertSameAsScan(index, Query("Frase común 35", "es", "en") with { AsOf = 1, Threshold = 50, MaxResults = 1_000 });
            return index.Status.IsWhole;
        }
        catch (DomainException e) when (e.Code == ErrorCode.IndexUnavailable)
        {
            return false;
        }
    }
}
