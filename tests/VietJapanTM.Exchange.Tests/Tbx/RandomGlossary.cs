using System.Collections.Immutable;
using VietJapanTM.Exchange.Tbx;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Tbx;

/// <summary>Makes glossary files that use every field, or leave it out, at random.</summary>
internal sealed class RandomGlossary(Random random)
{
    private static readonly string[] Words =
        ["cumbre", "Tiếng", "Việt", "日本", "a&b", "<b>", "\"q\"", "Tie\u0302\u0301ng", "𠮷", "a\u00a0b", "\u3000", "l'État", "]]>", "\u200d", "ASEAN"];

    private static readonly LanguageTag[] Languages =
        [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese, LanguageTag.Parse("es-MX")];

    private int _ids;

    public TbxFile File() => new()
    {
        Title = Optional(Text),
        Licence = Optional(Text),
        SourceDescription = Text() + "\n" + Text(),
        Language = Languages[random.Next(Languages.Length)],
        Concepts = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Concept())],
    };

    private Concept Concept() => new()
    {
        Id = Id(),
        SubjectField = Optional(Text) ?? "",
        Definition = Optional(Text),
        DefinitionSource = Optional(Text),
        Note = Optional(() => Text() + "\n" + Text()),
        Source = Optional(Text),
        Approval = Any<ApprovalState>(),
        Related = Many(() => "n" + random.Next(1, 6)),
        ExternalReferences = Many(Reference),
        Transactions = Many(Transaction),
        Languages = [.. Languages.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(Section)],
        Examples = Many(() => new ConceptExample(random.Next(2) == 0, Languages[random.Next(5)], Text(), Languages[random.Next(5)], Text())),
    };

    private LanguageSection Section(LanguageTag language) => new()
    {
        Language = language,
        Definition = Optional(Text),
        DefinitionSource = Optional(Text),
        Note = Optional(Text),
        Terms = [Term(), .. Many(Term)],
    };

    private Term Term() => new()
    {
        Text = Text(),
        Id = Optional(Id),
        Status = Any<AdministrativeStatus>(),
        PartOfSpeech = Any<PartOfSpeech>(),
        Gender = Any<GrammaticalGender>(),
        Number = Any<GrammaticalNumber>(),
        Type = Any<TermType>(),
        CaseRule = Any<CaseRule>(),
        NeedsNeighbour = random.Next(2) == 0,
        Approval = Any<ApprovalState>(),
        Customer = Optional(Text),
        Project = Optional(Text),
        Location = Optional(Text),
        Related = Many(() => "n" + random.Next(1, 6)),
        ExternalReferences = Many(Reference),
        Transactions = Many(Transaction),
        FullForm = Optional(() => "n" + random.Next(1, 6)),
        Forms = Many(Text),
        Context = Optional(Text),
        ContextSource = Optional(Text),
        Source = Optional(Text),
        Reliability = random.Next(2) == 0 ? null : random.Next(1, 11),
        GeographicalUsage = Optional(Text),
        Note = Optional(Text),
    };

    private ExternalReference Reference() => new("https://example.org/?a=" + random.Next(9) + "&b", Optional(Text) ?? "", random.Next(2) == 0);

    private EntryTransaction Transaction() => new(Any<TransactionType>(), Optional(() => "2024-03-0" + random.Next(1, 9)), Optional(Text));

    private string Id() => "n" + ++_ids;

    private string Text() => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Words[random.Next(Words.Length)]));

    private string? Optional(Func<string> make) => random.Next(3) == 0 ? null : make();

    private ImmutableArray<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => make())];

    private T Any<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }
}
