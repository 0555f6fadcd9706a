using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>One TCP connection that speaks HTTP/2 frame by frame (RFC 9113), for what no client's library would send.</summary>
internal sealed class Http2Peer : IDisposable
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte ResetStream = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte Continuation = 9;

    public const byte EndStream = 1;
    public const byte EndHeaders = 4;

    private const int FrameHeaderBytes = 9;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = 3_000 };
    private readonly NetworkStream _stream;

    private Http2Peer(Uri server)
    {
        _socket.Connect(server.Host, server.Port);
        _stream = new NetworkStream(_socket);
    }

    public static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    /// <summary>Connects and says nothing.</summary>
    public static Http2Peer Connect(string url) => new(new Uri(url));

    /// <summary>Connects and greets as a client must.</summary>
    public static Http2Peer Greet(string url)
    {
        var peer = Connect(url);
        peer.Send(Preface);
        peer.SendFrame(Settings, 0, 0, []);
        return peer;
    }

    /// <summary>The headers of a gRPC call in HPACK (RFC 7541), all of them literals that are not indexed.</summary>
    public static byte[] CallHeaders(string path)
    {
        var block = new List<byte>();
        foreach (var (name, value) in new[]
        {
            (":method", "POST"), (":scheme", "http"), (":authority", "localhost"), (":path", path), ("content-type", "application/grpc"), ("te", "trailers"),
        })
        {
            AddLiteral(block, name, value);
        }

        return [.. block];
    }

    /// <summary>A header field that no table knows.</summary>
    public static byte[] Literal(string name, string value)
    {
        var block = new List<byte>();
        AddLiteral(block, name, value);
        return [.. block];
    }

    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameHeaderBytes + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, (payload.Length << 8) | type);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(FrameHeaderBytes));
        return frame;
    }

    public void Send(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void SendFrame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload) => Send(Frame(type, flags, stream, payload));

    /// <summary>Sends until the server has closed the connection, or takes nothing more from it; false where it took all the turns.</summary>
    public bool IsHeldBackWithin(int turns, Action<int> send)
    {
        try
        {
            for (var turn = 0; turn < turns; turn++)
            {
                send(turn);
            }

            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Reads what the server sends to the end of the connection; the types of the frames in order. Answers nothing.</summary>
    public async Task<List<byte>> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var types = new List<byte>();
        var header = new byte[FrameHeaderBytes];
        try
        {
            while (await _stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, patience.Token) == header.Length)
            {
                types.Add(header[3]);
                await _stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(header) >> 8], patience.Token);
            }
        }
        catch (IOException)
        {
            // Reset by the server: the end all the same.
        }

        return types;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private static void AddLiteral(List<byte> block, string name, string value)
    {
        block.Add(0);
        AddText(block, name);
        AddText(block, value);
    }

    private static void AddText(List<byte> block, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var rest = bytes.Length - 127;
        block.Add((byte)Math.Min(bytes.Length, 127));
        if (rest >= 0)
        {
            for (; rest >= 128; rest >>= 7)
            {
                block.Add((byte)((rest & 127) | 128));
            }

            block.Add((byte)rest);
        }

        block.AddRange(bytes);
    }
}
