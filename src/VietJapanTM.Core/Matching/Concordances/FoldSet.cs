using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Concordances;

/// <summary>The folds of a chunk that a token of a query stands for. Immutable.</summary>
internal sealed class FoldSet
{
    private readonly HashSet<int> _folds;

    private FoldSet(ChunkVocabulary vocabulary, HashSet<int> folds)
    {
        _folds = folds;
        Keys = [.. folds.Select(vocabulary.KeyOf).Distinct()];
    }

    /// <summary>What the index has their rows by.</summary>
    public int[] Keys { get; }

    /// <summary>True where no row can have the token.</summary>
    public bool IsEmpty => _folds.Count == 0;

    /// <summary>True where a key stands for more than these folds: all numbers have one key.</summary>
    public bool HasNumbers => Array.IndexOf(Keys, ChunkVocabulary.NumberKey) >= 0;

    /// <summary>True where a fold is one of them.</summary>
    public bool Contains(int fold) => _folds.Contains(fold);

    /// <summary>
    /// Finds the folds: by hash where the token must be the same, otherwise by going through the vocabulary, some hundred thousand folds in a
    /// chunk of a million rows.
    /// </summary>
    public static FoldSet Of(ChunkVocabulary vocabulary, TokenSlot slot)
    {
        var found = new HashSet<int>();
        if (slot.Likeness == TokenLikeness.Same)
        {
            if (vocabulary.FindFold(slot.Form) is var fold && fold >= 0)
            {
                found.Add(fold);
            }

            return new FoldSet(vocabulary, found);
        }

        ReadOnlySpan<byte> part = slot.Form.Fold;
        const int punctuation = 2;
        for (var fold = 0; fold < vocabulary.FirstOf(punctuation); fold++)
        {
            var text = vocabulary.Fold(fold);
            if (slot.Likeness == TokenLikeness.BeginsWith ? text.StartsWith(part) : text.IndexOf(part) >= 0)
            {
                found.Add(fold);
            }
        }

        return new FoldSet(vocabulary, found);
    }
}
