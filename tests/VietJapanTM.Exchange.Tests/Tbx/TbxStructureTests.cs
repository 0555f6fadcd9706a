using System.Text;
using System.Xml.Linq;
using VietJapanTM.Exchange.Tbx;

namespace VietJapanTM.Exchange.Tests.Tbx;

public sealed class TbxStructureTests
{
    [Fact]
    public void FormatDocument_ExampleFile_IsTbxBasic() => Assert.Empty(TbxBasicStructure.Breaches(TbxFormatTests.Example()));

    [Fact]
    public void TbxWriter_AnyFile_IsTbxBasic() => Seeded.Run(100, random =>
        Assert.Empty(TbxBasicStructure.Breaches(Encoding.UTF8.GetString(TbxWriter.ToBytes(new RandomGlossary(random).File())))));

    [Fact]
    public void TbxWriter_OwnModule_HoldsOnlyDocumentedElements()
    {
        var documented = Names(TbxFormatTests.Example());

        Seeded.Run(100, random =>
            Assert.Subset(documented, Names(Encoding.UTF8.GetString(TbxWriter.ToBytes(new RandomGlossary(random).File())))));
    }

    /// <summary>The check itself is checked: the dialect's own example is valid, and each damage is noticed.</summary>
    [SkippableFact]
    public void TbxBasicStructure_ExampleOfTheDialectsPublisher_IsValid() =>
        Assert.Empty(TbxBasicStructure.Breaches(File.ReadAllText(TestData.Require("exchange", "tbx", "LTAC-Global__Example_Astronomy_DCT_VALID.tbx"))));

    [Theory]
    [InlineData("<sourceDesc>", "<sourceText>", "</sourceDesc>", "</sourceText>")]
    [InlineData("<term>cumbre de la ASEAN</term>", "", "", "")]
    [InlineData(">noun<", ">properNoun<", "", "")]
    [InlineData(">acronym<", ">sigla<", "", "")]
    [InlineData("min:subjectField", "min:domain", "", "")]
    [InlineData("id=\"asean-summit\"", "id=\"asean\"", "", "")]
    [InlineData("target=\"asean-summit\"", "target=\"nowhere\"", "", "")]
    [InlineData("id=\"asean-es-full\"", "id=\"1\"", "", "")]
    [InlineData("<langSec xml:lang=\"en\">", "<langSec>", "", "")]
    [InlineData("basic:context", "basic:definition", "", "")]
    [InlineData("style=\"dct\"", "style=\"dca\"", "", "")]
    public void TbxBasicStructure_DamagedExample_IsInvalid(string from, string to, string from2, string to2)
    {
        var damaged = TbxFormatTests.Example().Replace(from, to);
        damaged = from2.Length == 0 ? damaged : damaged.Replace(from2, to2);

        Assert.NotEmpty(TbxBasicStructure.Breaches(damaged));
    }

    private static HashSet<string> Names(string xml) =>
        [.. XDocument.Parse(xml).Descendants().Where(element => element.Name.NamespaceName == TbxNames.Own).Select(element => element.Name.LocalName)];
}
