using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Indexing.Chunks;

public sealed class ChunkBuilderTests
{
    [Fact]
    public void Build_SeveralThreads_MakesTheSameBytes() => Seeded.Run(20, random =>
    {
        var key = new IndexKey(LanguageTag.Spanish, random.Next(2) == 0 ? MatchProfile.Plain : MatchProfile.Standard);
        var builder = new ChunkBuilder(new FormCaches().Of(key));
        for (var i = random.Next(400); i > 0; i--)
        {
            var words = Enumerable.Range(0, random.Next(1, 30)).Select(_ => "w" + (char)('a' + random.Next(26)) + random.Next(3));
            builder.Add($"u{i:D3}", 0, random.Next(1, 9), random.Next(4) == 0 ? 9 : null, string.Join(' ', words), random.Next(5));
        }

        var one = builder.Build(ChunkLabels.Of("m", key)).Image;
        var several = builder.Build(ChunkLabels.Of("m", key), threads: 4).Image;

        Assert.Equal(one.Directory, several.Directory);
        foreach (var section in one.Directory.Select(e => (ChunkSection)e.Section))
        {
            Assert.Equal(one.Items<byte>(section), several.Items<byte>(section));
        }

        GC.KeepAlive(one);
        GC.KeepAlive(several);
    });
}
