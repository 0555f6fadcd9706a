using System.Buffers;
using System.Globalization;
using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>
/// Turns the bytes of an exchange file into characters and refuses what is not text of the encoding that the file has: no
/// replacement character ever enters. Streams; holds one block. Not thread-safe.
/// </summary>
internal sealed class DecodingReader : TextReader
{
    private const int BlockBytes = 1 << 15;

    // What the framework makes of single bytes for which an encoding has nothing: controls, and in Japanese private characters.
    private static readonly SearchValues<char> NoLetters = SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(c => (char)c), '\uF8F0', '\uF8F1', '\uF8F2', '\uF8F3']);

    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly Decoder _decoder;
    private readonly string _encodingName;
    private readonly bool _countsLines;
    private readonly bool _isNamed;
    private readonly byte[] _bytes = new byte[BlockBytes];
    private readonly char[] _chars;
    private int _byteCount;
    private long _blockOffset;
    private long _line = 1;
    private int _next;
    private int _end;
    private bool _finished;

    /// <summary>Reads the first block and decides on the encoding.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="declaration">Where the format names the encoding.</param>
    /// <param name="named">The encoding where nothing else says it; null for UTF-8.</param>
    /// <exception cref="DomainException">The bytes are compressed, binary, empty or of an unknown encoding.</exception>
    public DecodingReader(Stream stream, EncodingDeclaration declaration, Encoding? named = null)
    {
        _stream = stream;
        _byteCount = stream.ReadAtLeast(_bytes, BlockBytes, throwOnEndOfStream: false);
        var choice = EncodingChoice.Of(_bytes.AsSpan(0, _byteCount), declaration, named);
        _encodingName = choice.Encoding.WebName;
        _countsLines = !EncodingChoice.IsWide(choice.Encoding);
        _isNamed = choice.Encoding == named && !EncodingChoice.IsUnicode(choice.Encoding);
        _encoding = choice.Encoding;
        _decoder = choice.Encoding.GetDecoder();
        _chars = new char[choice.Encoding.GetMaxCharCount(BlockBytes)];
        Decode(choice.MarkLength);
    }

    /// <summary>The characters that stand next, at most one block, without taking them.</summary>
    public ReadOnlySpan<char> Ahead => _chars.AsSpan(_next, _end - _next);

    /// <summary>Takes characters of <see cref="Ahead"/>.</summary>
    public void Skip(int count) => _next += count;

    /// <inheritdoc/>
    public override int Peek() => Fill() ? _chars[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => Fill() ? _chars[_next++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (!Fill())
        {
            return 0;
        }

        var taken = Math.Min(buffer.Length, _end - _next);
        _chars.AsSpan(_next, taken).CopyTo(buffer);
        _next += taken;
        return taken;
    }

    private bool Fill()
    {
        while (_next == _end && !_finished)
        {
            _blockOffset += _byteCount;
            _byteCount = _stream.ReadAtLeast(_bytes, BlockBytes, throwOnEndOfStream: false);
            Decode(0);
        }

        return _next < _end;
    }

    private void Decode(int start)
    {
        _finished = _byteCount < BlockBytes;
        if (_encoding.IsSingleByte && Utf8Disguise.IndexIn(_bytes.AsSpan(0, _byteCount)) is var index and >= 0)
        {
            throw Refused(index, $"the file declares {_encodingName}, but the bytes at", "are UTF-8; declare UTF-8, and nothing is lost");
        }

        try
        {
            _next = 0;
            _end = _decoder.GetChars(_bytes, start, _byteCount - start, _chars, 0, flush: _finished);
        }
        catch (DecoderFallbackException e)
        {
            throw Refused(start + e.Index, "the bytes at", $"are not {_encodingName}; save the file as UTF-8", e);
        }

        RefuseNoLetters(start);

        if (_countsLines)
        {
            _line += _bytes.AsSpan(0, _byteCount).Count((byte)'\n');
        }
    }

    // Where these appear, the name is wrong.
    private void RefuseNoLetters(int start)
    {
        if (_isNamed && _chars.AsSpan(0, _end).IndexOfAny(NoLetters) is var index and >= 0)
        {
            throw Refused(start + _encoding.GetByteCount(_chars, 0, index), "the bytes at", $"are no letters of {_encodingName}; name another encoding");
        }
    }

    /// <summary><paramref name="index"/> may be negative: a sequence that began in the block before.</summary>
    private DomainException Refused(int index, string what, string why, Exception? cause = null)
    {
        var before = _bytes.AsSpan(0, Math.Max(index, 0));
        var line = _countsLines ? _line + before.Count((byte)'\n') : 0;
        var place = line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
        return new DomainException(
            ErrorCode.TextMalformed,
            string.Create(CultureInfo.InvariantCulture, $"{what} offset {_blockOffset + index}{place} {why}"),
            innerException: cause)
        {
            Line = (int)Math.Min(line, int.MaxValue),
            Column = line > 0 ? ColumnBehind(before) : 0,
        };
    }

    /// <summary>The column behind some good bytes; 0 where their line began in an earlier block.</summary>
    private int ColumnBehind(ReadOnlySpan<byte> good)
    {
        var start = good.LastIndexOf((byte)'\n') + 1;
        return start > 0 || _blockOffset == 0 ? 1 + _encoding.GetCharCount(good[start..].StartsWith(Encoding.UTF8.Preamble) ? good[(start + 3)..] : good[start..]) : 0;
    }
}
