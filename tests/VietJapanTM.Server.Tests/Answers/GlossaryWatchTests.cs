using VietJapanTM.Model;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Tests.Answers;

public sealed class GlossaryWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Watch_RevisionLargerThanAMessage_ComesInPartsAndIsBegunAgainAfterABreak()
    {
        using var workspace = TranslationWorkspace.Open(_folder.Root, TimeProvider.System);
        var note = new string('n', 4_000);
        await workspace.CommitAsync(Put(Enumerable.Range(0, 3).Select(i => Concept($"first{i}", ""))));
        await workspace.CommitAsync(Put(Enumerable.Range(0, 1_500).Select(i => Concept($"many{i:0000}", note))));

        var replies = await ReadAsync(workspace, 0, upTo: 2);

        Assert.True(replies.Count > 3);
        Assert.All(replies, reply => Assert.InRange(reply.CalculateSize(), 1, ServerOptions.MaxMessageBytes));
        Assert.Equal(1_503, replies.SelectMany(reply => reply.Changes).Select(change => change.Name).Distinct().Count());
        Assert.All(replies.SkipLast(1), reply => Assert.True(reply.Revision < 2));
        foreach (var broken in Enumerable.Range(0, replies.Count))
        {
            var again = broken == 0 ? 0 : replies[broken - 1].Revision;
            var names = replies.Take(broken).Concat(await ReadAsync(workspace, again, upTo: 2)).SelectMany(reply => reply.Changes).Select(change => change.Name);
            Assert.Equal(1_503, names.Distinct().Count());
        }
    }

    private static Change Put(IEnumerable<Concept> concepts) => new() { Operations = concepts.Select(c => new ChangeOperation.PutConcept(c)) };

    private static Concept Concept(string id, string note) => new()
    {
        Id = id,
        Note = note.Length == 0 ? null : note,
        Languages = [new LanguageSection { Language = LanguageTag.Spanish, Terms = [new Term { Text = id }] }],
    };

    private static async Task<List<Wire.WatchResponse>> ReadAsync(TranslationWorkspace workspace, long from, long upTo)
    {
        var replies = new List<Wire.WatchResponse>();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GlossaryWatch.RunAsync(
            workspace,
            new Wire.WatchRequest { Revision = from },
            reply =>
            {
                replies.Add(reply);
                return reply.Revision < upTo ? Task.CompletedTask : end.CancelAsync();
            },
            end.Token));
        return replies;
    }
}
