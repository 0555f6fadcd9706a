using VietJapanTM.Errors;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Exchange.Tests.Tbx;

namespace VietJapanTM.Exchange.Tests.Glossary;

public sealed class GlossaryFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticSink _sink = new();

    public GlossaryFolderTests()
    {
        _folder.Write("institutions.tbx", TbxFormatTests.Example());
        _folder.Write("more/countries.tbx", One("vietnam"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Folder_GivesEachConceptWithItsFileAndLine()
    {
        var glossary = GlossaryFolder.Read(_folder.Root, _sink);

        Assert.Empty(_sink.Items);
        Assert.Equal(
            [("asean", "institutions.tbx", 18), ("asean-summit", "institutions.tbx", 95), ("vietnam", "more/countries.tbx", 18)],
            glossary.Entries.Select(entry => (entry.Concept.Id, entry.File!, entry.Line)));
    }

    [Fact]
    public void Write_NothingChanged_TouchesNoFile()
    {
        var glossary = GlossaryFolder.Read(_folder.Root, _sink);
        var before = File.GetLastWriteTimeUtc(_folder["institutions.tbx"]);

        Assert.Empty(glossary.Write(glossary.Entries));
        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder["institutions.tbx"]));
        Assert.Equal(TbxFormatTests.Example(), File.ReadAllText(_folder["institutions.tbx"]));
    }

    [Fact]
    public void Write_OneTermChanged_ChangesOneLineOfOneFile()
    {
        var glossary = GlossaryFolder.Read(_folder.Root, _sink);
        var entries = glossary.Entries.Select(entry => entry.Concept.Id == "asean-summit" ? entry with { Concept = entry.Concept with { SubjectField = "events" } } : entry);

        Assert.Equal(["institutions.tbx"], glossary.Write(entries).AsEnumerable());
        var changed = File.ReadAllLines(_folder["institutions.tbx"]).Except(TbxFormatTests.Example().Split('\n'));
        Assert.Equal(["        <min:subjectField>events</min:subjectField>"], changed);
    }

    [Fact]
    public void Write_NewConcept_GoesIntoTheFileOfItsSubjectField()
    {
        var glossary = GlossaryFolder.Read(_folder.Root, _sink);
        var added = glossary.Entries[2].Concept with { Id = "japan", SubjectField = "Place Names" };

        Assert.Equal(["place-names.tbx"], glossary.Write([.. glossary.Entries, new GlossaryEntry(added)]).AsEnumerable());
        var again = GlossaryFolder.Read(_folder.Root, _sink);
        Assert.Equal("place-names.tbx", again.Entries.Single(entry => entry.Concept.Id == "japan").File);
    }

    [Fact]
    public void Write_LastConceptOfAFileGone_DeletesTheFile()
    {
        var glossary = GlossaryFolder.Read(_folder.Root, _sink);

        Assert.Equal(["more/countries.tbx"], glossary.Write(glossary.Entries.Where(entry => entry.Concept.Id != "vietnam")).AsEnumerable());
        Assert.False(File.Exists(_folder["more", "countries.tbx"]));
    }

    [Fact]
    public void Write_FileNameThatLeadsOut_IsRefused()
    {
        var glossary = GlossaryFolder.Read(_folder.Root, _sink);

        Assert.Throws<ArgumentException>(() => glossary.Write([glossary.Entries[0] with { File = "../elsewhere.tbx" }]));
    }

    [Fact]
    public void Read_ConceptInTwoFiles_RejectsTheSecondAndNamesBoth()
    {
        _folder.Write("zz.tbx", One("asean"));

        var glossary = GlossaryFolder.Read(_folder.Root, _sink);

        var finding = Assert.Single(_sink.Items);
        Assert.Equal("GLO001", finding.Code);
        Assert.Contains("institutions.tbx", finding.Message);
        Assert.EndsWith("zz.tbx", finding.File);
        Assert.Equal(3, glossary.Entries.Length);
    }

    [Fact]
    public void Read_RelatedConceptThatNoFileHas_IsNamed()
    {
        File.Delete(_folder["more", "countries.tbx"]);

        GlossaryFolder.Read(_folder.Root, _sink);

        Assert.Equal(("GLO002", DiagnosticSeverity.Error, 28, 10), (Assert.Single(_sink.Items).Code, _sink.Items[0].Severity, _sink.Items[0].Line, _sink.Items[0].Column));
    }

    [Fact]
    public void Read_FolderThatIsAbsent_IsRefused() =>
        Assert.Equal(ErrorCode.FileUnreadable, Assert.Throws<DomainException>(() => GlossaryFolder.Read(_folder["absent"], _sink)).Code);

    [Fact]
    public void Read_FolderWithoutAGlossaryFile_IsRefused()
    {
        var empty = Directory.CreateDirectory(_folder["empty"]).FullName;

        Assert.Contains("There is no .tbx file in", Assert.Throws<DomainException>(() => GlossaryFolder.Read(empty, _sink)).Message);
        Assert.Empty(GlossaryFolder.Read(empty, _sink, mayBeEmpty: true).Entries);
    }

    [Fact]
    public void Read_EndingInCapitals_IsAGlossaryFile()
    {
        _folder.Write("other/A.TBX", One("asean"));

        Assert.Equal(["A.TBX"], GlossaryFolder.Read(_folder["other"], _sink).Files);
    }

    private static string One(string id)
    {
        var example = TbxFormatTests.Example();
        var first = example.IndexOf("      <conceptEntry id=\"asean\">", StringComparison.Ordinal);
        var second = example.IndexOf("      <conceptEntry id=\"asean-summit\">", StringComparison.Ordinal);
        return example[..first] + example[second..].Replace("asean-summit", id);
    }
}
