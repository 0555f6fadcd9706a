using VietJapanTM.Matching;
using VietJapanTM.Model;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Tests.Workspace;

public sealed class TranslationWorkspaceTests : IAsyncLifetime
{
    private static readonly LanguageTag[] Languages = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    private readonly TemporaryFolder _folder = new();
    private TranslationWorkspace? _workspace;

    private TranslationWorkspace Workspace => _workspace!;

    public async Task InitializeAsync()
    {
        _workspace = TranslationWorkspace.Open(_folder.Root, TimeProvider.System);
        await SampleLibrary.ImportIntoNewStoreAsync(_workspace, CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Commit_Put_IsSeenByEveryLookupThatBeginsAfterIt() => await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
    {
        for (var i = 0; i < 20; i++)
        {
            var text = $"Frase {i} del redactor {writer}.";
            var result = await PutAsync((LanguageTag.Spanish, text), (LanguageTag.Vietnamese, $"Câu {i} của người viết {writer}."));
            Assert.True(Workspace.Revision >= result.ChangeSet.Revision);
            var match = Lookup(text, LanguageTag.Spanish, LanguageTag.Vietnamese).Matches[0];
            Assert.Equal((100, result.UnitIds[0]), (match.Score, match.Unit.Id));
        }
    })));

    [Fact]
    public void Lookup_SeedSegments_AreFoundInEveryDirection()
    {
        foreach (var unit in Workspace.Store.ReadUnits(Tenants.Default, SampleLibrary.MemoryId))
        {
            foreach (var (source, target) in unit.Variants.SelectMany(s => unit.Variants.Where(t => t != s).Select(t => (s, t))))
            {
                var matches = Lookup(source.Text, source.Language, target.Language, max: 50).Matches;
                Assert.Contains(matches, m => m.Unit.Id == unit.Id && m.BaseScore >= 100 && m.Target!.Text == target.Text);
            }
        }
    }

    [Fact]
    public void Samples_Units_HoldEveryPairOfLanguages()
    {
        var units = Workspace.Store.ReadUnits(Tenants.Default, SampleLibrary.MemoryId).ToList();
        var pairs = from s in Languages from t in Languages where s != t select (s, t);
        Assert.All(pairs, pair => Assert.Contains(units, u => u.Find(pair.s) is not null && u.Find(pair.t) is not null));
    }

    [Fact]
    public void Lookup_SeedSegmentBetweenItsNeighbours_Is101()
    {
        var segments = Workspace.Store.FindDocument(Tenants.Default, "viet-nam-japan-upgrade")!
            .Texts.Single(t => t.Language == LanguageTag.Spanish).Segments;
        var query = Query(segments[1].Text, LanguageTag.Spanish, LanguageTag.Vietnamese) with { Previous = segments[0].Text, Next = segments[2].Text };

        Assert.Equal(101, Workspace.Lookup(query).Matches[0].Score);
        Assert.Equal(100, Workspace.Lookup(query with { Next = "Otra frase." }).Matches[0].Score);
        Assert.Equal(100, Workspace.Lookup(query with { Previous = null, Next = null }).Matches[0].Score);
    }

    [Fact]
    public async Task Commit_Concept_IsRecognisedAtOnceAndUntilItIsDeleted()
    {
        var concept = new Concept
        {
            Id = "rice-diplomacy",
            Languages =
            [
                new LanguageSection { Language = LanguageTag.Spanish, Terms = [new Term { Text = "diplomacia del arroz", Status = AdministrativeStatus.Preferred }] },
                new LanguageSection { Language = LanguageTag.English, Terms = [new Term { Text = "rice diplomacy", Status = AdministrativeStatus.Preferred }] },
            ],
        };
        Assert.Empty(Find());

        await Workspace.CommitAsync(new Change { Operations = [new ChangeOperation.PutConcept(concept)] });
        Assert.Equal("rice-diplomacy", Assert.Single(Find()));

        await Workspace.CommitAsync(new Change { Operations = [new ChangeOperation.DeleteConcept("rice-diplomacy")] });
        Assert.Empty(Find());

        IEnumerable<string> Find() => Workspace.Glossary.Recognizer
            .Recognize("Hablaron de la diplomacia del arroz.", LanguageTag.Spanish)
            .Select(o => o.Concept.Id)
            .Where(id => id == concept.Id);
    }

    [Fact]
    public async Task Open_AfterAClose_AnswersAsBefore()
    {
        await PutAsync((LanguageTag.Spanish, "Una frase nueva."), (LanguageTag.Japanese, "新しい文。"));
        var revision = Workspace.Revision;
        Workspace.Dispose();

        _workspace = TranslationWorkspace.Open(_folder.Root, TimeProvider.System);

        Assert.Equal(revision, Workspace.Revision);
        Assert.Equal("新しい文。", Lookup("Una frase nueva.", LanguageTag.Spanish, LanguageTag.Japanese).Matches[0].Target!.Text);
        Assert.NotEmpty(Workspace.Glossary.Lookup.LookupTerm("ASEAN", LanguageTag.Spanish));
        Assert.Null(await SampleLibrary.ImportIntoNewStoreAsync(Workspace, CancellationToken.None));
    }

    private static LookupQuery Query(string text, LanguageTag from, LanguageTag to, int max = 5) =>
        new() { Text = text, SourceLanguage = from, TargetLanguage = to, MaxResults = max };

    private LookupResult Lookup(string text, LanguageTag from, LanguageTag to, int max = 5) => Workspace.Lookup(Query(text, from, to, max));

    private Task<ChangeResult> PutAsync(params (LanguageTag Language, string Text)[] variants) => Workspace.CommitAsync(new Change
    {
        Operations =
        [
            new ChangeOperation.PutUnit(new TranslationUnit
            {
                Id = "",
                MemoryId = SampleLibrary.MemoryId,
                Variants = [.. variants.Select(v => new Variant { Language = v.Language, Text = v.Text })],
            }),
        ],
    });
}
