using System.Buffers;
using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// A lexicon's second language seen from a document: its words as types of the document. The table is as long as the lexicon, so
/// it is borrowed.
/// </summary>
internal sealed class LexiconView : IDisposable
{
    private readonly int[] _types;

    /// <param name="words">Number of words of the lexicon's second language.</param>
    /// <param name="second">Identifiers of the second side's types in it, or -1.</param>
    public LexiconView(int words, int[] second)
    {
        _types = ArrayPool<int>.Shared.Rent(words);
        _types.AsSpan(0, words).Clear();
        for (var type = 0; type < second.Length; type++)
        {
            if (second[type] >= 0)
            {
                _types[second[type]] = type + 1;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_types);

    /// <summary>Adds the translations that the document holds to a row.</summary>
    public void AddTo(LinkRow row, TranslationReader translations)
    {
        foreach (var link in translations.Packed)
        {
            var (second, code) = TranslationReader.Unpack(link);
            var type = _types[second] - 1;
            if (type >= 0)
            {
                row.Raise(type, LinkCode.Forward(code), LinkCode.Backward(code));
            }
        }
    }

    /// <summary>Adds the translations that the document holds to a row.</summary>
    public void AddTo(LinkRow row, ReadOnlySpan<ComposedLink> translations)
    {
        foreach (ref readonly var link in translations)
        {
            var type = _types[link.Second] - 1;
            if (type >= 0)
            {
                row.Raise(type, link.Forward, link.Backward);
            }
        }
    }
}
