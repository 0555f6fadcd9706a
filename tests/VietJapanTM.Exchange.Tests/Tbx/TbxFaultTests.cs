using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Tbx;

/// <summary>Each code of FORMAT.md is raised by the damage that it names, at its line, and what is sound is still read.</summary>
public sealed class TbxFaultTests
{
    [Theory]
    [InlineData("TBX003", 0, "<conceptEntry id=\"asean-summit\">", "<conceptEntry id=\"asean\">", 1)]
    [InlineData("TBX003", 0, "id=\"asean-es-acronym\"", "id=\"asean-es-full\"", 2)]
    [InlineData("TBX004", 0, "<conceptEntry id=\"asean-summit\">", "<conceptEntry>", 2)]
    [InlineData("TBX004", 0, "<conceptEntry id=\"asean-summit\">", "<conceptEntry id=\"7 a\">", 2)]
    [InlineData("TBX005", 0, "<langSec xml:lang=\"en\">", "<langSec xml:lang=\"english!\">", 2)]
    [InlineData("TBX005", 0, "<langSec xml:lang=\"en\">", "<langSec>", 2)]
    [InlineData("TBX006", -1, "<term>cumbre de la ASEAN</term>", "", 1)]
    [InlineData("TBX006", -1, "<term>cumbre de la ASEAN</term>", "<term> </term>", 1)]
    [InlineData("TBX007", -4, "<term>cumbre de la ASEAN</term>", "", 1)]
    [InlineData("TBX008", 0, ">acronym<", ">sigla<", 2)]
    [InlineData("TBX008", 0, ">9<", ">11<", 2)]
    [InlineData("TBX008", 0, "<min:partOfSpeech>noun</min:partOfSpeech>\n            <vjtm:properNoun/>", "<min:partOfSpeech>properNoun</min:partOfSpeech>", 2)]
    [InlineData("TBX009", 0, "target=\"asean-summit\"", "target=\"nowhere\"", 2)]
    [InlineData("TBX009", 0, "<vjtm:fullForm target=\"asean-es-full\"/>", "<vjtm:fullForm target=\"nobody\"/>", 2)]
    [InlineData("TBX008", 0, ">admittedTerm-admn-sts<", ">favourite<", 2)]
    [InlineData("TBX008", 0, "<vjtm:approval>proposed</vjtm:approval>", "<vjtm:approval>maybe</vjtm:approval>", 2)]
    [InlineData("TBX010", 0, "<basic:source>ASEAN Charter, preamble</basic:source>", "<basic:projectSubset>p</basic:projectSubset>", 2)]
    [InlineData("TBX015", 0, "<vjtm:crossReference concept=\"vietnam\">", "<vjtm:crossReference concept=\"asean\">", 2)]
    [InlineData("TBX015", null, "<basic:geographicalUsage>Cuba", "<vjtm:fullForm target=\"asean-es-acronym\"/><basic:geographicalUsage>Cuba", 2)]
    [InlineData("TBX010", 0, "<body>", "<body>\n<!-- why -->", 2)]
    [InlineData("TBX011", -1, "<vjtm:source xml:lang=\"es\">", "<vjtm:source>", 2)]
    [InlineData("TBX012", 0, "<note>The membership grew in 2025.</note>", "<min:subjectField>x</min:subjectField>", 2)]
    [InlineData("TBX013", 0, "<langSec xml:lang=\"en\">", "<langSec xml:lang=\"es\">", 2)]
    [InlineData("TBX014", 0, "style=\"dct\"", "style=\"dca\"", 2)]
    [InlineData("TBX016", -3, "<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>", "", 2)]
    [InlineData("TBX017", -2, "<min:partOfSpeech>noun</min:partOfSpeech>\n            <min:administrativeStatus>admitted", "<min:administrativeStatus>admitted", 2)]
    [InlineData("TBX017", -5, "<basic:termType>acronym</basic:termType>", "", 2)]
    [InlineData("TBX018", 0, "<langSec xml:lang=\"en\">", "<langSec xml:lang=\"vn\">", 2)]
    [InlineData("TBX002", 0, "<tbx type", "<html type", null)]
    [InlineData("TBX001", 0, "</conceptEntry>\n    </body>", "</body>", 1)]
    [InlineData("TBX001", 0, "cumbre de la ASEAN", "cumbre&nbsp;de la ASEAN", 1)]
    [InlineData("TBX001", 0, "cumbre de la ASEAN", "cumbre\u0003de la ASEAN", 1)]
    [InlineData("TBX001", 0, "cumbre de la ASEAN", "cumbre&#x3;de la ASEAN", 1)]
    [InlineData("TBX001", 0, "cumbre de la ASEAN", "<x:b>cumbre</x:b>", 1)]
    public void TbxReader_DamagedExample_NamesTheDamageAndReadsTheRest(string code, int? linesFromDamage, string from, string to, int? concepts)
    {
        var example = TbxFormatTests.Example();
        Assert.Contains(from, example);
        var damaged = code == "TBX002" ? example.Replace(from, to).Replace("</tbx>", "</html>") : example.Replace(from, to);

        var (file, sink) = Read(damaged);

        var finding = sink.Items.First(item => item.Code == code);
        Assert.Equal(("damaged.tbx", linesFromDamage is null ? finding.Line : FirstDifference(example, damaged) + linesFromDamage), (finding.File, finding.Line));
        Assert.True(finding.Line > 0);
        Assert.Equal(concepts, file?.Concepts.Length);
    }

    [Theory]
    [InlineData("style=\"dca\"")]
    [InlineData("style=\"dct\"")]
    public void TbxReader_StatusThatNobodyKnows_IsAnErrorInEveryDialect(string style)
    {
        var (file, sink) = Read(TbxFormatTests.Example().Replace("style=\"dct\"", style).Replace(">admittedTerm-admn-sts<", ">tolerated<"));

        Assert.Equal(2, file!.Concepts.Length);
        var finding = Assert.Single(sink.Items, item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal("TBX008", finding.Code);
        Assert.True(finding.Column > 0);
        Assert.Contains("preferredTerm-admn-sts", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TbxReader_ForeignFileWithoutStatuses_SaysItOnce()
    {
        var foreign = System.Text.RegularExpressions.Regex.Replace(
            TbxFormatTests.Example().Replace("style=\"dct\"", "style=\"dca\""), "<min:administrativeStatus>.*?</min:administrativeStatus>", "");
        var (_, sink) = Read(foreign);

        var finding = Assert.Single(sink.Items, item => item.Code == "TBX016");
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.EndsWith("So it is with 4 terms of this file.", finding.Message);
    }

    [Theory]
    [InlineData("cumbre de la ASEAN", "cumbre & ASEAN", "Write &amp; for an '&'")]
    [InlineData("cumbre de la ASEAN", "cumbre &c ASEAN", "Write &amp; for an '&'")]
    [InlineData("cumbre de la ASEAN", "a < b", "Write &lt; for a '<'")]
    [InlineData("cumbre de la ASEAN</term>", "cumbre</min:term>", "Close the inner element first")]
    [InlineData("<vjtm:needsNeighbour/>", "<vjtm:needNeighbour/>", "Did you mean 'vjtm:needsNeighbour'?")]
    [InlineData("<conceptEntry id=\"asean-summit\">", "<conceptEntry id=\"asean\">", "stands in line 18 already")]
    [InlineData(">admittedTerm-admn-sts<", ">favourite<", "it is read as admittedTerm-admn-sts")]
    public void TbxReader_Message_SaysWhatToWrite(string from, string to, string words) =>
        Assert.Contains(Read(TbxFormatTests.Example().Replace(from, to)).Sink.Items, item => item.Message.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void TbxReader_CodeOfACountry_ProposesTheLanguage() => Assert.Contains(
        "Did you mean vi?",
        Assert.Single(Read(TbxFormatTests.Example().Replace("<langSec xml:lang=\"en\">", "<langSec xml:lang=\"vn\">")).Sink.Items).Message);

    [Fact]
    public void TbxReader_ForeignStatusWords_KeepTheirMeaning()
    {
        var (file, sink) = Read(TbxFormatTests.Example().Replace("admittedTerm-admn-sts", "deprecatedTerm"));

        Assert.Equal(AdministrativeStatus.Deprecated, file!.Concepts[1].Languages[0].Terms[0].Status);
        Assert.Equal("TBX008", Assert.Single(sink.Items).Code);
    }

    [Fact]
    public void TbxReader_EntityOfADoctype_IsRefusedWithoutOpeningAnything()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.Write("secret.txt", "secret");
        var attack = TbxFormatTests.Example()
            .Replace("<tbx ", $"<!DOCTYPE tbx [<!ENTITY e SYSTEM \"file://{secret}\">]>\n<tbx ")
            .Replace("cumbre de la ASEAN", "&e;");

        var (file, sink) = Read(attack);

        Assert.Contains("'e'", Assert.Single(sink.Items, item => item.Code == "TBX001").Message);
        Assert.Single(file!.Concepts);
    }

    [Fact]
    public void TbxReader_TenThousandNestedElements_AreRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 10_000)) + string.Concat(Enumerable.Repeat("</x>", 10_000));

        var (_, sink) = Read(TbxFormatTests.Example().Replace("<body>", "<body>" + deep));

        var finding = Assert.Single(sink.Items, item => item.Severity == DiagnosticSeverity.Error);
        Assert.Contains("deeper than 256", finding.Message);
    }

    private static int FirstDifference(string one, string other) =>
        one.Split('\n').Zip(other.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;

    private static (TbxFile? File, DiagnosticSink Sink) Read(string xml)
    {
        var sink = new DiagnosticSink();
        return (TbxReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "damaged.tbx", sink), sink);
    }
}
