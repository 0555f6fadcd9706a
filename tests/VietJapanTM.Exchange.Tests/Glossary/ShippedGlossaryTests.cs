using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Exchange.Tests.Tbx;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>The glossary that the repository ships keeps the form that its diffs rely on.</summary>
public sealed class ShippedGlossaryTests
{
    private static readonly string Folder = RepositoryRoot.Combine("glossary");

    [Fact]
    public void ShippedGlossary_Read_HasNoFindings()
    {
        var sink = new DiagnosticSink();

        var glossary = GlossaryFolder.Read(Folder, sink);

        Assert.True(sink.Items.Count == 0, string.Join('\n', sink.Items));
        Assert.True(glossary.Entries.Length >= 80, $"The glossary holds only {glossary.Entries.Length} concepts.");
    }

    [Fact]
    public void ShippedGlossary_EveryFile_IsCanonicalAndTbxBasic()
    {
        foreach (var path in Directory.EnumerateFiles(Folder, "*.tbx", SearchOption.AllDirectories))
        {
            var file = TbxReader.Read(path, new DiagnosticSink())!;

            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(TbxWriter.ToBytes(file)), $"{path} is not in the canonical form.");
            Assert.Empty(TbxBasicStructure.Breaches(File.ReadAllText(path)));
        }
    }
}
