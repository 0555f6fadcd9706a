using System.Buffers;
using System.Text;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Many short texts one after another, UTF-8, with where each begins. Not thread-safe.</summary>
internal sealed class TextColumn(int count)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(Math.Max(1, count * 8));
    private readonly int[] _starts = new int[count + 1];
    private int _added;

    /// <summary>Adds a text; answers its bytes, valid until the next is added.</summary>
    public ReadOnlySpan<byte> Add(string text)
    {
        var start = _bytes.WrittenCount;
        Encoding.UTF8.GetBytes(text, _bytes);
        _starts[++_added] = _bytes.WrittenCount;
        return _bytes.WrittenSpan[start..];
    }

    /// <summary>Writes the two sections.</summary>
    public void Write(ImageWriter image, ChunkSection starts, ChunkSection text)
    {
        image.Add(starts, _starts);
        image.Add(text, _bytes.WrittenSpan.ToArray());
    }
}
