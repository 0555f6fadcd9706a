using System.Numerics;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// Remembers which fold of a chunk a form was found to be: one look in place of three into the hash table and the texts. A form takes the
/// place of another now and then. Thread-safe: an entry is written and read as a whole.
/// </summary>
internal sealed class FoldMemo(int folds)
{
    /// <summary>A text has seldom as many different words.</summary>
    private const uint MaxEntries = 1 << 15;

    /// <summary>Entries a fold, so that few forms meet in one.</summary>
    private const uint Room = 4;

    private ulong[]? _entries;

    /// <summary>False where the form is not remembered; else its fold, −1 for none.</summary>
    public bool TryFind(AnalyzedForm form, out int fold)
    {
        var entries = Volatile.Read(ref _entries);
        var entry = entries is null ? 0 : entries[form.Number & (uint)(entries.Length - 1)];
        fold = (int)(uint)entry - 1;
        return entry >> 32 == form.Number && entry != 0;
    }

    /// <summary>Remembers a form's fold, −1 for none.</summary>
    public void Add(AnalyzedForm form, int fold)
    {
        var entries = Volatile.Read(ref _entries);
        if (entries is null)
        {
            entries = new ulong[Math.Min(MaxEntries, BitOperations.RoundUpToPowerOf2(((uint)folds * Room) + 1))];
            Volatile.Write(ref _entries, entries);
        }

        entries[form.Number & (uint)(entries.Length - 1)] = ((ulong)form.Number << 32) | (uint)(fold + 1);
    }
}
