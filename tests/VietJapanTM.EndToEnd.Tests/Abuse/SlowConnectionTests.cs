using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.Server.Hosting;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>Clients that hold connections and do next to nothing with them: each is closed by its limit, and others do not notice.</summary>
public sealed class SlowConnectionTests
{
    private const int PeersOfAKind = 60;

    private static readonly ConnectionLimits Short = new()
    {
        Idle = TimeSpan.FromSeconds(2),
        Headers = TimeSpan.FromSeconds(1),
        PingAfter = TimeSpan.FromSeconds(1),
        PingTimeout = TimeSpan.FromSeconds(1),
        SlowMessage = TimeSpan.FromSeconds(2),
    };

    private static readonly byte[] CallBegins = Http2Peer.CallHeaders("/vietjapantm.v1alpha1.TranslationMemory/Lookup");
    private static readonly byte[] WatchBegins = Http2Peer.CallHeaders("/grpc.health.v1.Health/Watch");

    /// <summary>What each kind sends at once; afterwards a byte at a time, or nothing.</summary>
    private static readonly (Action<Http2Peer> Begin, bool Drips)[] Kinds =
    [
        (_ => { }, false),
        (peer => peer.Send(Http2Peer.Preface[..10]), true),
        (peer => Greet(peer), false),
        (peer => Greet(peer).SendFrame(Http2Peer.Headers, 0, 1, CallBegins[..20]), false),
        (peer => Greet(peer).Send([0, 64, 0, Http2Peer.Headers, Http2Peer.EndHeaders, 0, 0, 0, 1]), true),
        (peer => Greet(peer).SendFrame(Http2Peer.Headers, Http2Peer.EndHeaders, 1, CallBegins), false),
        (peer => Watch(Greet(peer)), false),
    ];

    [Fact]
    public async Task HundredsOfThem_AreClosedAndOthersAreServed()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { Samples = false, Limits = Short });
        var peers = new List<Http2Peer>();
        var closed = new List<Task>();
        foreach (var (begin, drips) in Kinds.SelectMany(kind => Enumerable.Repeat(kind, PeersOfAKind)))
        {
            var peer = Http2Peer.Connect(server.Url);
            peers.Add(peer);
            begin(peer);
            var end = peer.ReadToEndAsync();
            closed.Add(end);
            if (drips)
            {
                closed.Add(DripAsync(peer, end));
            }
        }

        var all = Task.WhenAll(closed);
        do
        {
            var status = await server.Administration.GetStatusAsync(new GetStatusRequest(), deadline: DateTime.UtcNow.AddSeconds(30));
            Assert.NotEmpty(status.Version);
        }
        while (await Task.WhenAny(all, Task.Delay(100)) != all);

        await all;
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task ConnectionBeyondTheLimit_IsClosedAndThereIsRoomAgainLater()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { Samples = false, Limits = new ConnectionLimits { MaxConnections = 4 } });
        var held = Enumerable.Range(0, 4).Select(_ => Http2Peer.Greet(server.Url)).ToList();
        using (var beyond = Http2Peer.Connect(server.Url))
        {
            Assert.Empty(await beyond.ReadToEndAsync());
        }

        held.ForEach(peer => peer.Dispose());
        var patience = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            try
            {
                await server.Administration.GetStatusAsync(new GetStatusRequest());
                return;
            }
            catch (Grpc.Core.RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.Unavailable && DateTime.UtcNow < patience)
            {
                await Task.Delay(50);
            }
        }
    }

    private static Http2Peer Greet(Http2Peer peer)
    {
        peer.Send(Http2Peer.Preface);
        peer.SendFrame(Http2Peer.Settings, 0, 0, []);
        return peer;
    }

    /// <summary>A call that never ends by itself, from a client that answers no ping.</summary>
    private static void Watch(Http2Peer peer)
    {
        peer.SendFrame(Http2Peer.Headers, Http2Peer.EndHeaders, 1, WatchBegins);
        peer.SendFrame(Http2Peer.Data, Http2Peer.EndStream, 1, new byte[5]);
    }

    private static async Task DripAsync(Http2Peer peer, Task end)
    {
        while (!end.IsCompleted && !peer.IsHeldBackWithin(1, _ => peer.Send([0])))
        {
            await Task.WhenAny(end, Task.Delay(200));
        }
    }
}
