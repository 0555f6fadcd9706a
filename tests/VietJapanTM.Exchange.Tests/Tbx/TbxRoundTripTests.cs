using System.Text;
using System.Text.Json;
using VietJapanTM.Exchange.Tbx;

namespace VietJapanTM.Exchange.Tests.Tbx;

public sealed class TbxRoundTripTests
{
    [Fact]
    public void Tbx_WrittenAndRead_IsTheSameFileAndTheSameBytes() => Seeded.Run(300, random =>
    {
        var file = new RandomGlossary(random).File();
        var bytes = TbxWriter.ToBytes(file);
        var sink = new DiagnosticSink();

        var read = TbxReader.Read(new MemoryStream(bytes), "random.tbx", sink)!;

        Assert.DoesNotContain(sink.Items, item => item.Code is not ("TBX009" or "TBX015"));
        Assert.Equal(Show(file), Show(read with { Places = [], OutsideReferences = [] }));
        Assert.Equal(bytes, TbxWriter.ToBytes(read));
    });

    [Fact]
    public void Tbx_TextsWithLayout_AreReadWithoutIt()
    {
        var wrapped = TbxFormatTests.Example().Replace(
            "<term>cumbre de la ASEAN</term>", "<term>\r\n\t cumbre  de\n la ASEAN </term>", StringComparison.Ordinal);

        var file = TbxReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(wrapped)), "wrapped.tbx", new DiagnosticSink())!;

        Assert.Equal("cumbre de la ASEAN", file.Concepts[1].Languages[0].Terms[0].Text);
    }

    [Fact]
    public void TbxWriter_CharacterThatXmlCannotCarry_IsRefused()
    {
        var file = new RandomGlossary(new Random(1)).File() with { Title = "a\u0001b" };

        Assert.Throws<ArgumentException>(() => TbxWriter.ToBytes(file));
    }

    [SkippableFact]
    public void TbxReader_RealFiles_AreReadOrRefusedAndStableOnceCanonical()
    {
        foreach (var path in Directory.EnumerateFiles(TestData.Require("exchange", "tbx")))
        {
            var sink = new DiagnosticSink();
            if (TbxReader.Read(path, sink) is not { } file)
            {
                Assert.True(sink.HasErrors, path);
                continue;
            }

            Assert.True(file.Concepts.Length > 0 || sink.HasErrors, path);
            var bytes = TbxWriter.ToBytes(file);
            var again = new DiagnosticSink();
            var reread = TbxReader.Read(new MemoryStream(bytes), path, again)!;
            Assert.False(again.HasErrors, path + ": " + again.Items.FirstOrDefault());
            Assert.Equal(bytes, TbxWriter.ToBytes(reread));
        }
    }

    /// <summary>Arrays compare by identity in records; their JSON compares by content.</summary>
    private static string Show(TbxFile file) => JsonSerializer.Serialize(file);
}
