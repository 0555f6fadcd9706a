using System.Buffers.Binary;
using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>A client that floods its connection: it is held back or cut off, and others do not notice.</summary>
public sealed class FloodTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int Turns = 200_000;
    private const string Lookup = "/vietjapantm.v1alpha1.TranslationMemory/Lookup";

    private static readonly byte[] CallBegins = Http2Peer.CallHeaders(Lookup);
    private static readonly byte[] Junk = Http2Peer.Literal("x-junk", new string('j', 8_000));
    private static readonly byte[] CancelCode = [0, 0, 0, 8];
    private static readonly byte[] Pings = Thousand(Http2Peer.Frame(Http2Peer.Ping, 0, 0, new byte[8]));
    private static readonly byte[] Settings = Thousand(Http2Peer.Frame(Http2Peer.Settings, 0, 0, [0, 1, 0, 0, 16, 0]));

    /// <summary>CVE-2023-44487.</summary>
    [Fact]
    public Task RapidReset_IsCutOff() => FloodAsync((peer, turn) =>
    {
        var stream = (2 * turn) + 1;
        peer.SendFrame(Http2Peer.Headers, Http2Peer.EndHeaders, stream, CallBegins);
        peer.SendFrame(Http2Peer.ResetStream, 0, stream, CancelCode);
    });

    /// <summary>CVE-2024-27316 and its kin.</summary>
    [Fact]
    public Task HeadersWithoutEnd_AreCutOff() => FloodAsync((peer, turn) => peer.SendFrame(
        turn == 0 ? Http2Peer.Headers : Http2Peer.Continuation, 0, 1, turn == 0 ? CallBegins : Junk));

    [Fact]
    public Task StreamsWithoutEnd_AreHeldToTheLimit() => FloodAsync((peer, turn) =>
        peer.SendFrame(Http2Peer.Headers, Http2Peer.EndHeaders, (2 * turn) + 1, CallBegins));

    /// <summary>Each wants an answer, and the client reads none: the server stops reading rather than store them.</summary>
    [Fact]
    public Task PingsUnread_AreHeldBack() => FloodAsync((peer, _) => peer.Send(Pings), reads: false);

    [Fact]
    public Task SettingsUnread_AreHeldBack() => FloodAsync((peer, _) => peer.Send(Settings), reads: false);

    [Fact]
    public async Task FrameAboveTheLimit_IsCutOffByItsHeader()
    {
        using var peer = Http2Peer.Greet(server.Url);
        var header = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(header, (0xFFFFFF << 8) | Http2Peer.Data);
        peer.Send(header);
        Assert.Contains(Http2Peer.GoAway, await peer.ReadToEndAsync());
    }

    [Fact]
    public async Task BytesThatAreNoHttp_AreCutOff()
    {
        using var peer = Http2Peer.Connect(server.Url);
        peer.Send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
        await peer.ReadToEndAsync();
        await AssertServesAsync();
    }

    private async Task FloodAsync(Action<Http2Peer, int> send, bool reads = true)
    {
        using var peer = Http2Peer.Greet(server.Url);
        var reading = reads ? peer.ReadToEndAsync() : Task.FromResult(new List<byte>());
        var flood = Task.Run(() => peer.IsHeldBackWithin(Turns, turn => send(peer, turn)));
        while (!flood.IsCompleted)
        {
            await AssertServesAsync();
            await Task.Delay(20);
        }

        Assert.True(await flood);
        await reading;
        await AssertServesAsync();
        Assert.Empty(server.Verify());
    }

    private static byte[] Thousand(byte[] frame) => [.. Enumerable.Repeat(frame, 1_000).SelectMany(f => f)];

    private async Task AssertServesAsync()
    {
        var request = new LookupRequest { Text = "Según la cartera, los dos dirigentes.", SourceLanguageCode = "es", TargetLanguageCode = "vi" };
        var answer = await server.Memory.LookupAsync(request, deadline: DateTime.UtcNow.AddSeconds(30));
        Assert.True(answer.Complete);
    }
}
