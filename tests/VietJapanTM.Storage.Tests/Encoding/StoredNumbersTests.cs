using VietJapanTM.Model;

namespace VietJapanTM.Storage.Tests.Encoding;

public class StoredNumbersTests
{
    /// <summary>The store keeps enumerations by their numbers: a value may be added at the end, never moved.</summary>
    [Theory]
    [InlineData(typeof(VariantStatus), "Draft,Reviewed,Approved,Rejected")]
    [InlineData(typeof(VariantOrigin), "Typed,Aligned,Imported,Machine")]
    [InlineData(typeof(InlineTagKind), "Open,Close,Standalone")]
    [InlineData(typeof(BeadStatus), "Draft,Confirmed,Rejected")]
    [InlineData(typeof(AdministrativeStatus), "Admitted,Preferred,Deprecated,Superseded")]
    [InlineData(typeof(PartOfSpeech), "Noun,ProperNoun,Verb,Adjective,Adverb,Other")]
    [InlineData(typeof(GrammaticalGender), "None,Masculine,Feminine,Neuter,Other")]
    [InlineData(typeof(GrammaticalNumber), "None,Singular,Plural,Mass")]
    [InlineData(typeof(TermType), "FullForm,Acronym,Abbreviation,ShortForm,Variant,Phrase")]
    [InlineData(typeof(CaseRule), "Insensitive,Sensitive")]
    public void Enumeration_ThatIsStored_KeepsItsNumbers(Type type, string names)
    {
        var expected = names.Split(',');
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(i => Enum.GetName(type, i)));
    }
}
