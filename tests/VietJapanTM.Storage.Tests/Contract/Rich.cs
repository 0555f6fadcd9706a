using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Storage.Tests.Contract;

/// <summary>Things that use every property, with texts that a careless engine would change.</summary>
internal static class Rich
{
    // Decomposed, zero-width joiner, bidi mark, astral letter, no-break space.
    private const string Awkward = "Tie\u0302\u0301ng Vie\u0323\u0302t\u200D\u202E 😀𝒳\u00A0«ñ» hòa/hoà";

    public static TranslationUnit Unit { get; } = new()
    {
        MemoryId = "news",
        Key = "tuid-1",
        DocumentId = "article-1",
        Variants =
        [
            new Variant
            {
                Language = LanguageTag.Parse("es-MX"),
                Text = Awkward,
                Tags = [new InlineTag(0, InlineTagKind.Open, 1, "<b>", "bold"), new InlineTag(3, InlineTagKind.Close, 1, "</b>"), new InlineTag(3, InlineTagKind.Standalone, 2, "{0}")],
                Status = VariantStatus.Approved,
                Origin = VariantOrigin.Imported,
                Author = "Nguyễn",
                CreateTime = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero).AddTicks(7),
                UpdateTime = Samples.Noon,
                Position = 3,
                Previous = new ContextHash(ulong.MaxValue),
                Next = ContextHash.Edge,
            },
            new Variant { Language = LanguageTag.Vietnamese, Text = "", CreateTime = Samples.Noon, UpdateTime = Samples.Noon },
            new Variant { Language = LanguageTag.Vietnamese, Text = " ", CreateTime = Samples.Noon, UpdateTime = Samples.Noon },
        ],
        Confidences = [new PairConfidence(LanguageTag.Spanish, LanguageTag.Vietnamese, 0.1 + 0.2)],
        Attributes = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("Domain", "Ngoại giao").Add("domain", "\"quoted\""),
    };

    public static Document Document { get; } = new()
    {
        Id = "article-1",
        MemoryId = "news",
        DisplayName = "Visita / Chuyến thăm",
        Texts =
        [
            new DocumentText(LanguageTag.Spanish, "Uno.\r\nDos. Tres", [new("Uno.", 0), new("Dos.", 1), new("Tres", 1)]),
            new DocumentText(LanguageTag.Vietnamese, Awkward, [new(Awkward, 0)]),
            new DocumentText(LanguageTag.Japanese, "", []),
        ],
        Pairs =
        [
            new PairBeads(LanguageTag.Spanish, LanguageTag.Vietnamese, [new Bead(0, 1, 0, 1, 0.987654321, BeadStatus.Confirmed), new Bead(1, 2, 1, 0, 1d / 3)]),
            new PairBeads(LanguageTag.Spanish, LanguageTag.Japanese, []),
        ],
        CreateTime = Samples.Noon,
    };

    public static Concept Concept { get; } = new()
    {
        Id = "c1.strategic_partnership-2",
        SubjectField = "diplomacy",
        Definition = "A relation of " + Awkward,
        DefinitionSource = "ministry",
        Note = "note",
        Source = "source",
        Approval = ApprovalState.Proposed,
        Related = ["c2", "c3"],
        ExternalReferences = [new ExternalReference("https://example.org/a?b=c&d", "sitio"), new ExternalReference("map.png", "", IsGraphic: true)],
        Transactions = [new EntryTransaction(TransactionType.Origination, "2024-03-01", "Nguyễn"), new EntryTransaction(TransactionType.Modification, null, null)],
        Languages =
        [
            new LanguageSection
            {
                Language = LanguageTag.Spanish,
                Definition = "definición",
                DefinitionSource = "RAE",
                Note = "nota",
                Terms =
                [
                    new Term
                    {
                        Text = "Asociación Estratégica Integral",
                        Id = "t1",
                        Status = AdministrativeStatus.Preferred,
                        PartOfSpeech = PartOfSpeech.ProperNoun,
                        Gender = GrammaticalGender.Feminine,
                        Number = GrammaticalNumber.Singular,
                        Type = TermType.FullForm,
                        CaseRule = CaseRule.Sensitive,
                        Forms = ["asociaciones estratégicas integrales"],
                        Context = "una frase",
                        ContextSource = "prensa",
                        Source = "acuerdo",
                        Reliability = 9,
                        GeographicalUsage = "ES",
                        Note = "nota",
                        Approval = ApprovalState.Rejected,
                        Customer = "cliente",
                        Project = "proyecto",
                        Location = "menuItem",
                        NeedsNeighbour = true,
                        Related = ["c9", "t2"],
                        ExternalReferences = [new ExternalReference("https://example.org", Awkward)],
                        Transactions = [new EntryTransaction(TransactionType.Modification, "2025-01-01", "An")],
                    },
                    new Term { Text = "AEI", Type = TermType.Acronym, FullForm = "t1", Status = AdministrativeStatus.Deprecated },
                ],
            },
            new LanguageSection { Language = LanguageTag.Japanese, Terms = [] },
            new LanguageSection { Language = LanguageTag.Vietnamese, Terms = [new Term { Text = "Đối tác chiến lược toàn diện" }] },
        ],
        Examples = [new ConceptExample(true, LanguageTag.Spanish, "a", LanguageTag.Vietnamese, "b"), new ConceptExample(false, LanguageTag.Spanish, "c", LanguageTag.English, "d")],
    };
}
