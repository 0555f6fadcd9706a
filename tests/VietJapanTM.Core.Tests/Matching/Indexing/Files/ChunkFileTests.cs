using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Indexing.Files;

namespace VietJapanTM.Core.Tests.Matching.Indexing.Files;

public sealed class ChunkFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Sections => [.. Enum.GetNames<ChunkSection>()];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_WhatWasWritten_HasTheSameSections()
    {
        var image = Image();
        var file = ChunkFile.Write(image, _folder["c"]);
        var opened = ChunkFile.Open(_folder["c"]);
        opened.EnsureWhole();
        Assert.Equal(file.Checksum, opened.Checksum);
        foreach (var section in Enum.GetValues<ChunkSection>())
        {
            Assert.True(image.Items<long>(section).SequenceEqual(opened.Image.Items<long>(section)));
        }
    }

    [Fact]
    public void Open_MappingRefused_ReadsTheFile()
    {
        var image = Image();
        ChunkFile.Write(image, _folder["c"]);
        var opened = ChunkFile.Open(_folder["c"], _ => throw new IOException("No such device"));
        opened.EnsureWhole();
        foreach (var section in Enum.GetValues<ChunkSection>())
        {
            Assert.True(image.Items<long>(section).SequenceEqual(opened.Image.Items<long>(section)));
        }
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void EnsureWhole_AnyByteOfASectionFlipped_NamesIt(string name)
    {
        var section = Enum.Parse<ChunkSection>(name);
        ChunkFile.Write(Image(), _folder["c"]);
        var bytes = File.ReadAllBytes(_folder["c"]);
        var entry = ChunkFile.Open(_folder["c"]).Image.Directory.Single(e => e.Section == (int)section);
        for (var at = entry.Offset; at < entry.Offset + entry.Length; at++)
        {
            bytes[at] ^= 1;
            File.Delete(_folder["d"]);
            File.WriteAllBytes(_folder["d"], bytes);
            var damage = Assert.Throws<IndexDamagedException>(ChunkFile.Open(_folder["d"]).EnsureWhole);
            Assert.Equal("d", damage.File);
            Assert.EndsWith($"section {section}", damage.Message);
            bytes[at] ^= 1;
        }
    }

    [Fact]
    public void Open_AnyByteOfHeaderOrDirectoryFlipped_IsRefused()
    {
        ChunkFile.Write(Image(), _folder["c"]);
        var bytes = File.ReadAllBytes(_folder["c"]);
        var first = ChunkFile.Open(_folder["c"]).Image.Directory.Min(e => e.Offset);
        for (var at = 0; at < first - ChunkImage.Alignment; at++)
        {
            bytes[at] ^= 1;
            File.Delete(_folder["d"]);
            File.WriteAllBytes(_folder["d"], bytes);
            Assert.Throws<IndexDamagedException>(() => ChunkFile.Open(_folder["d"]));
            bytes[at] ^= 1;
        }
    }

    private static ChunkImage Image()
    {
        var image = new ImageWriter();
        foreach (var section in Enum.GetValues<ChunkSection>())
        {
            image.Add(section, Enumerable.Range(1, (int)section).Select(i => (long)i).ToArray());
        }

        return image.Write();
    }
}
