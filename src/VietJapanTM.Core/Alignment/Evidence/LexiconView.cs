using System.Buffers;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// A lexicon seen from a document: the second side's words as types of the document. The table is as long as the lexicon, so it is
/// borrowed.
/// </summary>
internal sealed class LexiconView : IDisposable
{
    private readonly Lexicon _lexicon;
    private readonly int[] _types;

    public LexiconView(Lexicon lexicon, TokenizedSide second)
    {
        _lexicon = lexicon;
        _types = ArrayPool<int>.Shared.Rent(lexicon.Count(LexiconSide.Second));
        _types.AsSpan().Clear();
        for (var type = 0; type < second.Types.Length; type++)
        {
            var id = lexicon.Find(LexiconSide.Second, second.Types[type]);
            if (id >= 0)
            {
                _types[id] = type + 1;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_types);

    /// <summary>Calls <paramref name="visit"/> with type, p(second | first), p(first | second) for the translations of a word.</summary>
    public void Visit(string word, Action<int, float, float> visit)
    {
        var id = _lexicon.Find(LexiconSide.First, word);
        if (id < 0)
        {
            return;
        }

        foreach (var translation in _lexicon.Translations(id))
        {
            if (_types[translation.Second] > 0)
            {
                visit(_types[translation.Second] - 1, translation.Forward, translation.Backward);
            }
        }
    }
}
