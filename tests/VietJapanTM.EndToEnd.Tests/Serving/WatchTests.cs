using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A client that follows the glossary: its copy is what the server holds, whatever happens at once and in between.</summary>
public sealed class WatchTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Watch_ManyWritersAndBreaks_KeepsTheCopyRight()
    {
        var copy = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var seen = new HashSet<(string, long)>();
        var position = 0L;
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(WriteAsync));
        using var timeout = new CancellationTokenSource(Patience);

        // A break after every few replies: the position is all that survives it.
        while (!writing.IsCompleted || position < server.Counts.Revision)
        {
            using var watch = server.Glossary.Watch(new WatchRequest { Revision = position, HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }, cancellationToken: timeout.Token);
            for (var replies = 0; replies < 3 && await watch.ResponseStream.MoveNext(timeout.Token); replies++)
            {
                var reply = watch.ResponseStream.Current;
                foreach (var change in reply.Changes)
                {
                    Assert.True(change.Revision > position && change.Revision <= reply.Revision);
                    Assert.True(seen.Add((change.Name, change.Revision)), $"{change} came twice");
                    if (change.Concept is null)
                    {
                        copy.Remove(change.Name);
                    }
                    else
                    {
                        copy[change.Name] = change.Concept;
                    }
                }

                position = reply.Revision;
            }
        }

        await writing;
        var listed = await server.Glossary.ListConceptsAsync(new ListConceptsRequest { PageSize = 1000 });
        Assert.Equal(
            listed.Concepts.Select(c => (c.Name, c.Etag, c.Note)).OrderBy(c => c.Name, StringComparer.Ordinal),
            copy.Values.Select(c => (c.Name, c.Etag, c.Note)).OrderBy(c => c.Name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public async Task Watch_RevisionThatIsNotThere_IsOutOfRange(long revision)
    {
        using var watch = server.Glossary.Watch(new WatchRequest { Revision = revision });
        var failure = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
        Assert.Equal(StatusCode.OutOfRange, failure.StatusCode);
    }

    [Fact]
    public async Task Watch_NothingHappens_SendsSignsOfLife()
    {
        var revision = server.Counts.Revision;
        using var watch = server.Glossary.Watch(new WatchRequest { Revision = revision, HeartbeatInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) });
        for (var i = 0; i < 2; i++)
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
            Assert.True(watch.ResponseStream.Current.Revision >= revision);
        }
    }

    [Fact]
    public async Task Watch_ClientThatGoes_IsLetGo()
    {
        using (var watch = server.Glossary.Watch(new WatchRequest()))
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
            Assert.True(server.Followers > 0);
        }

        using var timeout = new CancellationTokenSource(Patience);
        while (server.Followers > 0)
        {
            await Task.Delay(50, timeout.Token);
        }
    }

    private async Task WriteAsync(int writer)
    {
        var random = new Random(writer);
        for (var step = 0; step < 25; step++)
        {
            var id = $"watched-{random.Next(6)}";
            try
            {
                await WriteAsync(random, id, $"{writer}.{step}");
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.AlreadyExists)
            {
                // Another writer was faster.
            }
        }
    }

    private async Task WriteAsync(Random random, string id, string note)
    {
        switch (random.Next(3))
        {
            case 0:
                var concept = new Concept
                {
                    Note = note,
                    Languages = { new LanguageSection { LanguageCode = "es", Terms = { new Term { Text = id, Status = Term.Types.AdministrativeStatus.Preferred } } } },
                };
                await server.Glossary.CreateConceptAsync(new CreateConceptRequest { ConceptId = id, Concept = concept });
                break;
            case 1:
                await server.Glossary.UpdateConceptAsync(new UpdateConceptRequest { Concept = new Concept { Name = "concepts/" + id, Note = note } });
                break;
            default:
                await server.Glossary.DeleteConceptAsync(new DeleteConceptRequest { Name = "concepts/" + id });
                break;
        }
    }
}
