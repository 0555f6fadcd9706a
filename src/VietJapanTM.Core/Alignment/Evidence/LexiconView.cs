using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// A lexicon's second language seen from a document: its words as types of the document. A type that the lexicon does not hold
/// stands, at a discount, for the words that resemble it or that it is made of. The tables are as long as the lexicon, so they are borrowed.
/// </summary>
internal sealed class LexiconView : IDisposable
{
    private readonly List<Entry> _entries;

    // A bit a word, because a row has hundreds of words of which the document holds few; and the first entry of each word that it does hold.
    private Scratch<ulong> _isHeld;
    private Scratch<int> _heads;

    /// <param name="words">Number of words of the lexicon's second language.</param>
    /// <param name="second">Identifiers of the second side's types in it, or -1.</param>
    /// <param name="standIns">For each type that the lexicon does not hold what stands for it; null where nothing does.</param>
    public LexiconView(int words, int[] second, StandIns?[] standIns)
    {
        _isHeld.TakeCleared((words >> 6) + 1);
        _heads.Take(words);
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
    public void Dispose()
    {
        _isHeld.Return();
        _heads.Return();
    }

    /// <summary>Adds the translations that the document holds to a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="translations">The translations, packed.</param>
    /// <param name="discount">1, or less where they are those of a word that resembles the one meant.</param>
    public void AddTo(LinkRow row, ReadOnlySpan<uint> translations, float discount)
    {
        var isHeld = _isHeld.Items;
        foreach (var link in translations)
        {
            var (second, code) = TranslationReader.Unpack(link);
            if (IsHeld(isHeld, second))
            {
                Raise(row, _heads.Items[second], LinkCode.Forward(code) * discount, LinkCode.Backward(code) * discount);
            }
        }
    }

    /// <summary>Adds the translations that the document holds to a row.</summary>
    public void AddTo(LinkRow row, ReadOnlySpan<ComposedLink> translations, float discount)
    {
        var isHeld = _isHeld.Items;
        foreach (ref readonly var link in translations)
        {
            if (IsHeld(isHeld, link.Second))
            {
                Raise(row, _heads.Items[link.Second], link.Forward * discount, link.Backward * discount);
            }
        }
    }

    private static bool IsHeld(ulong[] isHeld, int word) => ((isHeld[word >> 6] >> word) & 1) != 0;

    private void Add(int word, int type, float factor)
    {
        _entries.Add(new Entry(type, factor, IsHeld(_isHeld.Items, word) ? _heads.Items[word] : -1));
        _isHeld.Items[word >> 6] |= 1UL << word;
        _heads.Items[word] = _entries.Count - 1;
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
