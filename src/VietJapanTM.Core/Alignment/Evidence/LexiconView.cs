using System.Buffers;
using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// A lexicon's second language seen from a document: its words as types of the document. A type that the lexicon does not hold
/// stands, at a discount, for the words that resemble it or that it is made of. The table is as long as the lexicon, so it is borrowed.
/// </summary>
internal sealed class LexiconView : IDisposable
{
    private readonly int[] _heads;
    private readonly List<Entry> _entries;

    /// <param name="words">Number of words of the lexicon's second language.</param>
    /// <param name="second">Identifiers of the second side's types in it, or -1.</param>
    /// <param name="standIns">For each type that the lexicon does not hold what stands for it; null where nothing does.</param>
    public LexiconView(int words, int[] second, StandIns?[] standIns)
    {
        _heads = ArrayPool<int>.Shared.Rent(words);
        _heads.AsSpan(0, words).Clear();
        _entries = new List<Entry>(second.Length);
        for (var type = 0; type < second.Length; type++)
        {
            if (second[type] >= 0)
            {
                Add(second[type], type, 1);
            }
            else
            {
                foreach (var id in standIns[type]?.Words ?? [])
                {
                    Add(id, type, standIns[type]!.Share);
                }
            }
        }
    }

    private readonly record struct Entry(int Type, float Factor, int Next);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_heads);

    /// <summary>Adds the translations that the document holds to a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="translations">The translations.</param>
    /// <param name="discount">1, or less where they are those of a word that resembles the one meant.</param>
    public void AddTo(LinkRow row, TranslationReader translations, float discount)
    {
        foreach (var link in translations.Packed)
        {
            var (second, code) = TranslationReader.Unpack(link);
            if (_heads[second] > 0)
            {
                Raise(row, _heads[second] - 1, LinkCode.Forward(code) * discount, LinkCode.Backward(code) * discount);
            }
        }
    }

    /// <summary>Adds the translations that the document holds to a row.</summary>
    public void AddTo(LinkRow row, ReadOnlySpan<ComposedLink> translations, float discount)
    {
        foreach (ref readonly var link in translations)
        {
            if (_heads[link.Second] > 0)
            {
                Raise(row, _heads[link.Second] - 1, link.Forward * discount, link.Backward * discount);
            }
        }
    }

    private void Add(int word, int type, float factor)
    {
        _entries.Add(new Entry(type, factor, _heads[word] - 1));
        _heads[word] = _entries.Count;
    }

    private void Raise(LinkRow row, int entry, float forward, float backward)
    {
        while (entry >= 0)
        {
            var (type, factor, next) = _entries[entry];
            row.Raise(type, forward * factor, backward * factor);
            entry = next;
        }
    }
}
