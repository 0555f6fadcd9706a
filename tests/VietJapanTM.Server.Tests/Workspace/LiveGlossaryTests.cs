using VietJapanTM.Model;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using VietJapanTM.Terminology;

namespace VietJapanTM.Server.Tests.Workspace;

public sealed class LiveGlossaryTests : IDisposable
{
    private const string Text = "la luz y las luces del rey, el faro, los reyes y la paz";
    private static readonly string[] Words = ["luz", "luces", "rey", "faro", "paz", "luz y"];
    private static readonly ApprovalSet Proposed = ApprovalSet.Of([ApprovalState.Proposed, ApprovalState.Approved]);
    private readonly TemporaryFolder _folder = new();
    private readonly TranslationWorkspace _workspace;

    public LiveGlossaryTests() => _workspace = TranslationWorkspace.Open(_folder.Root, TimeProvider.System);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Glossary_RandomChanges_AnswersAtOnceAsOneReadAnew()
    {
        var random = new Random(11);
        Assert.Empty(Found(_workspace.Glossary, Proposed));
        for (var step = 0; step < 60; step++)
        {
            await _workspace.CommitAsync(new Change { Operations = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomOperation(random))] });
            AssertCurrent();
        }
    }

    [Fact]
    public async Task Glossary_ManyAmendments_IsBuiltAnewInTheBackground()
    {
        _ = _workspace.Glossary;
        for (var n = 0; n <= LiveGlossary.MostAmendments; n += 10)
        {
            await _workspace.CommitAsync(new Change { Operations = [.. Enumerable.Range(n, 10).Select(i => new ChangeOperation.PutConcept(Concept($"c{i}", "faro")))] });
        }

        // The background has the time that it needs; what it makes is visible without a further change.
        for (var wait = 0; wait < 1_000 && _workspace.Glossary.Amendments > 0; wait++)
        {
            await Task.Delay(10);
        }

        Assert.Equal(0, _workspace.Glossary.Amendments);
        AssertCurrent();
    }

    [Fact]
    public async Task Glossary_ManyChangesInOneSet_AreReadAsAWhole()
    {
        _ = _workspace.Glossary;
        await _workspace.CommitAsync(new Change { Operations = Enumerable.Range(0, 1_500).Select(i => new ChangeOperation.PutConcept(Concept($"c{i}", "faro"))) });
        Assert.Equal(0, _workspace.Glossary.Amendments);
        AssertCurrent();
    }

    private void AssertCurrent()
    {
        var expected = GlossarySnapshot.Of(_workspace.Store.ListConcepts(Tenants.Default));
        Assert.Equal(Found(expected, ApprovalSet.Approved), Found(_workspace.Glossary, ApprovalSet.Approved));
        Assert.Equal(Found(expected, Proposed), Found(_workspace.Glossary, Proposed));
        Assert.Equal(expected.Recognizer.Concepts.Select(c => c.Id), _workspace.Glossary.Recognizer.Concepts.Select(c => c.Id));
        Assert.Equal(expected.Evidence.Pairs.Length, _workspace.Glossary.Evidence.Pairs.Length);
    }

    private static List<(int, string, MatchKind)> Found(GlossarySnapshot glossary, ApprovalSet states) =>
        [.. glossary.Select(states).Recognizer.Recognize(Text, LanguageTag.Spanish).Select(o => (o.Span.StartUtf16, o.Concept.Id, o.Match))];

    private static ChangeOperation RandomOperation(Random random)
    {
        var id = $"c{random.Next(8)}";
        return random.Next(4) == 0
            ? new ChangeOperation.PutConcept(Concept(id, Words[random.Next(Words.Length)]) with { Approval = ApprovalState.Proposed })
            : new ChangeOperation.PutConcept(Concept(id, Words[random.Next(Words.Length)]));
    }

    private static Concept Concept(string id, string term) => new()
    {
        Id = id,
        Languages =
        [
            new LanguageSection { Language = LanguageTag.Spanish, Terms = [new Term { Text = term }] },
            new LanguageSection { Language = LanguageTag.English, Terms = [new Term { Text = id }] },
        ],
    };
}
