using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>Deadlines that no answer can meet: the caller hears so in time, and the server stops working on it.</summary>
public sealed class DeadlineTests
{
    private const int MaxText = 1_048_576;

    private const string Segment =
        "Según la cartera, los dos dirigentes intercambiaron sus puntos de vista sobre el desarrollo de las relaciones bilaterales.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task CallsOfAMegabyte_DeadlineOfMilliseconds_EndAndTheServerComesToRest()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);
        using var channel = GrpcChannel.ForAddress(server.Url);
        var alignment = new V1Alpha1.Alignment.AlignmentClient(channel);
        var align = new AlignRequest { Mend = true, Texts = { Long("es", "El presidente recibió a la delegación número {0} en La Habana. "), Long("en", "The president received delegation number {0} in Havana. ") } };
        var document = new AlignDocumentRequest { DocumentId = "late", Memory = "memories/vietnam-japan", Mend = true, Texts = { align.Texts } };

        foreach (var milliseconds in new[] { 1, 50 })
        {
            DateTime Deadline() => DateTime.UtcNow.AddMilliseconds(milliseconds);
            Task[] calls =
            [
                .. Enumerable.Range(0, 3).Select(_ => alignment.AlignAsync(align, deadline: Deadline()).ResponseAsync),
                alignment.AlignDocumentAsync(document, deadline: Deadline()).ResponseAsync,
                alignment.SegmentAsync(new SegmentRequest { Content = align.Texts[0], Mend = true }, deadline: Deadline()).ResponseAsync,
                alignment.MendAsync(new MendRequest { Content = align.Texts[0] }, deadline: Deadline()).ResponseAsync,
            ];
            foreach (var call in calls)
            {
                var failure = await Assert.ThrowsAsync<RpcException>(() => call.WaitAsync(Patience));
                Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
            }
        }

        await ComesToRestAsync(server.ProcessId);
        Assert.Equal(0, (await server.TerminateAsync(TimeSpan.FromSeconds(10))).Code);
        StoreState.AssertSamples(StoreState.Read(folder.Root));
    }

    [Fact]
    public async Task Lookups_DeadlineOfAMillisecond_AnswerRightOrSayTheyAreLate()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);
        using var channel = GrpcChannel.ForAddress(server.Url);
        var client = new TranslationMemory.TranslationMemoryClient(channel);
        var request = new LookupRequest { Text = Segment, SourceLanguageCode = "es", TargetLanguageCode = "vi" };
        var expected = await client.LookupAsync(request);
        Assert.NotEmpty(expected.Matches);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ =>
        {
            try
            {
                Assert.Equal(expected, await client.LookupAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(1)));
                return StatusCode.OK;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        }));

        Assert.All(outcomes, code => Assert.Contains(code, new[] { StatusCode.OK, StatusCode.DeadlineExceeded }));
        Assert.Contains(StatusCode.DeadlineExceeded, outcomes);
        Assert.Equal(expected, await client.LookupAsync(request));
        await ComesToRestAsync(server.ProcessId);
    }

    private static LanguageText Long(string language, string sentence) => new()
    {
        LanguageCode = language,
        Text = string.Concat(Enumerable.Range(0, MaxText / (sentence.Length + 4)).Select(i => sentence.Replace("{0}", $"{i}", StringComparison.Ordinal))),
    };

    /// <summary>Waits until a process uses less than a fifth of a core.</summary>
    private static async Task ComesToRestAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        var patience = Stopwatch.StartNew();
        TimeSpan used;
        do
        {
            Assert.True(patience.Elapsed < Patience, "The server still works on calls that nobody waits for.");
            var before = process.TotalProcessorTime;
            await Task.Delay(500);
            process.Refresh();
            used = process.TotalProcessorTime - before;
        }
        while (used > TimeSpan.FromMilliseconds(100));
    }
}
