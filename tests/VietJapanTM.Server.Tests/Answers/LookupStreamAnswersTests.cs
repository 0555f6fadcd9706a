using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.Server.Answers;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Tests.Answers;

public sealed class LookupStreamAnswersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Run_AnswersEachRequestByItsId()
    {
        var requests = new Requests(200);
        var responses = new Responses();
        await new LookupStreamAnswers(Echo).RunAsync(requests, responses, CancellationToken.None).WaitAsync(Patience);

        Assert.Equal(200, responses.Written.Count);
        Assert.Equal(200, responses.Written.Select(r => r.RequestId).Distinct().Count());
        Assert.All(responses.Written, r => Assert.Equal(long.Parse(r.RequestId, CultureInfo.InvariantCulture), r.Response.Revision));
    }

    [Fact]
    public async Task Run_SlowLookup_IsOvertaken()
    {
        using var slow = new ManualResetEventSlim();
        var responses = new Responses();
        var run = Task.Run(() => new LookupStreamAnswers((lookup, token) =>
        {
            if (lookup.Text == "0")
            {
                slow.Wait(token);
            }

            return Echo(lookup, token);
        }).RunAsync(new Requests(20), responses, CancellationToken.None));
        await UntilAsync(() => responses.Written.Count == 19);
        slow.Set();
        await run.WaitAsync(Patience);

        Assert.Equal("0", responses.Written.Last().RequestId);
    }

    [Fact]
    public async Task Run_ClientThatTakesNothing_IsNotReadFurther()
    {
        using var stop = new CancellationTokenSource();
        var requests = new Requests(1_000);
        var responses = new Responses { Taken = Channel.CreateUnbounded<bool>() };
        var run = new LookupStreamAnswers(Echo).RunAsync(requests, responses, stop.Token);
        await UntilAsync(() => requests.Read == LookupStreamAnswers.Workers);
        for (var taken = 1; taken <= 5; taken++)
        {
            responses.Taken.Writer.TryWrite(true);
            await UntilAsync(() => requests.Read == LookupStreamAnswers.Workers + taken);
        }

        await Task.Delay(100);
        Assert.Equal(LookupStreamAnswers.Workers + 5, requests.Read);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
    }

    [Fact]
    public async Task Run_RequestAtFault_IsAnsweredAndTheOthersGoOn()
    {
        var responses = new Responses();
        await new LookupStreamAnswers((lookup, token) => lookup.Text == "3"
            ? throw new DomainException(ErrorCode.MemoryNotFound, "There is no memory 'x'.", "memories")
            : Echo(lookup, token)).RunAsync(new Requests(10), responses, CancellationToken.None).WaitAsync(Patience);

        var failed = responses.Written.Single(r => r.Failure is not null);
        Assert.Equal(("3", (int)StatusCode.NotFound), (failed.RequestId, failed.Failure.Code));
        Assert.Equal(failed.Failure.Message, Google.Rpc.Status.Parser.ParseFrom(failed.Failure.StatusDetails).Message);
        Assert.Equal(10, responses.Written.Count);
    }

    [Fact]
    public async Task Run_AnswerLargerThanAMessage_IsAFailureOfThatRequest()
    {
        var responses = new Responses();
        await new LookupStreamAnswers((_, _) => new LookupResponse { Matches = { new Match { Key = new string('x', 5_000_000) } } })
            .RunAsync(new Requests(1), responses, CancellationToken.None).WaitAsync(Patience);
        Assert.Equal((int)StatusCode.ResourceExhausted, responses.Written.Single().Failure.Code);
    }

    [Fact]
    public async Task Run_FaultOfTheServer_EndsTheStream() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new LookupStreamAnswers((_, _) => throw new InvalidOperationException("a bug"))
            .RunAsync(new Requests(100), new Responses(), CancellationToken.None).WaitAsync(Patience));

    [Fact]
    public async Task Run_Cancelled_StopsTheLookupsUnderWay()
    {
        using var stop = new CancellationTokenSource();
        using var begun = new CountdownEvent(LookupStreamAnswers.Workers);
        var run = Task.Run(() => new LookupStreamAnswers((_, token) =>
        {
            begun.Signal();
            token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return new LookupResponse();
        }).RunAsync(new Requests(100), new Responses(), stop.Token));
        Assert.True(begun.Wait(Patience));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
    }

    private static LookupResponse Echo(LookupRequest lookup, CancellationToken token) =>
        new() { Revision = long.Parse(lookup.Text, CultureInfo.InvariantCulture) };

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>So many requests, named and asking for their number.</summary>
    private sealed class Requests(int count) : IAsyncStreamReader<LookupStreamRequest>
    {
        private int _read;

        public int Read => Volatile.Read(ref _read);

        public LookupStreamRequest Current { get; private set; } = new();

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (Read == count)
            {
                return Task.FromResult(false);
            }

            var number = Read.ToString(CultureInfo.InvariantCulture);
            Current = new LookupStreamRequest { RequestId = number, Lookup = new LookupRequest { Text = number } };
            Interlocked.Increment(ref _read);
            return Task.FromResult(true);
        }
    }

    /// <summary>A client that takes what it gets; where <see cref="Taken"/> is set, one message for each entry.</summary>
    private sealed class Responses : IAsyncStreamWriter<LookupStreamResponse>
    {
        private int _writing;

        public ConcurrentQueue<LookupStreamResponse> Written { get; } = [];

        public Channel<bool>? Taken { get; init; }

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(LookupStreamResponse message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(LookupStreamResponse message, CancellationToken cancellationToken)
        {
            Assert.Equal(1, Interlocked.Increment(ref _writing));
            if (Taken is not null)
            {
                await Taken.Reader.ReadAsync(cancellationToken);
            }

            Written.Enqueue(message);
            Interlocked.Decrement(ref _writing);
        }
    }
}
