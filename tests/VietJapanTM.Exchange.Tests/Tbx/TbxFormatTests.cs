using System.Text;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Tbx;

/// <summary>FORMAT.md is the specification that people write by: what it shows must be canonical to the byte.</summary>
public sealed class TbxFormatTests
{
    [Fact]
    public void FormatDocument_ExampleFile_IsReadWithoutFindingsAndWrittenBackToTheByte()
    {
        var example = Example();
        var sink = new DiagnosticSink();

        var file = TbxReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(example)), "example.tbx", sink);

        Assert.Empty(sink.Items);
        Assert.Equal(example, Encoding.UTF8.GetString(TbxWriter.ToBytes(file!)));
    }

    [Fact]
    public void FormatDocument_ExampleFile_FillsEveryFieldOfTheModel()
    {
        var file = TbxReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Example())), "example.tbx", new DiagnosticSink())!;
        var concept = file.Concepts[0];
        var section = concept.Languages[0];
        var full = section.Terms[0];

        Assert.Equal("Institutions", file.Title);
        Assert.Equal("CC BY 4.0, VietJapanTM contributors.", file.Licence);
        Assert.StartsWith("Compiled for", file.SourceDescription, StringComparison.Ordinal);
        Assert.Equal("asean", concept.Id);
        Assert.Equal("institutions", concept.SubjectField);
        Assert.Equal("https://asean.org/", concept.DefinitionSource);
        Assert.Equal("ASEAN Charter, preamble", concept.Source);
        Assert.Equal("The membership grew in 2025.", concept.Note);
        Assert.Equal(["asean-summit", "vietnam"], concept.Related.AsEnumerable());
        Assert.Equal(ApprovalState.Proposed, concept.Approval);
        Assert.Equal(
            [new ExternalReference("https://asean.org/", "The organisation's page"), new ExternalReference("https://asean.org/flag.svg", "Flag", IsGraphic: true)],
            concept.ExternalReferences.AsEnumerable());
        Assert.Equal(new EntryTransaction(TransactionType.Origination, "2024-03-01", "Nguyễn Văn An"), Assert.Single(concept.Transactions));
        Assert.Equal([true, false], concept.Examples.Select(example => example.Passes));
        Assert.Equal(LanguageTag.English, concept.Examples[1].TargetLanguage);
        Assert.Equal("Con artículo femenino: la ASEAN.", section.Note);
        Assert.NotNull(section.Definition);
        Assert.Equal(
            new Term
            {
                Text = "Asociación de Naciones del Sudeste Asiático",
                Id = "asean-es-full",
                Status = AdministrativeStatus.Preferred,
                PartOfSpeech = PartOfSpeech.ProperNoun,
                Gender = GrammaticalGender.Feminine,
                Number = GrammaticalNumber.Singular,
                Type = TermType.FullForm,
                CaseRule = CaseRule.Sensitive,
                Forms = full.Forms,
                Context = "La Asociación de Naciones del Sudeste Asiático celebró su cumbre.",
                ContextSource = "Own example",
                Source = "https://www.fundeu.es/",
                Reliability = 9,
                GeographicalUsage = "Cuba",
                Customer = "Nhân Dân",
                Project = "Yearbook",
                Location = "heading",
                Related = full.Related,
                ExternalReferences = full.ExternalReferences,
                Transactions = full.Transactions,
                Note = "At first mention, before the acronym.",
            },
            full);
        Assert.Equal(["Asociación de las Naciones del Sudeste Asiático"], full.Forms.AsEnumerable());
        Assert.Equal(["asean-es-acronym"], full.Related.AsEnumerable());
        Assert.Equal(new ExternalReference("https://asean.org/name.png", "Inscription", IsGraphic: true), Assert.Single(full.ExternalReferences));
        Assert.Equal("asean-es-full", section.Terms[1].FullForm);
        Assert.Equal(TermType.Acronym, section.Terms[1].Type);
    }

    internal static string Example()
    {
        var document = File.ReadAllText(RepositoryRoot.Combine("src", "VietJapanTM.Exchange", "Tbx", "FORMAT.md"));
        var start = document.IndexOf("```xml\n", StringComparison.Ordinal) + 7;
        return document[start..document.IndexOf("```\n", start, StringComparison.Ordinal)];
    }
}
