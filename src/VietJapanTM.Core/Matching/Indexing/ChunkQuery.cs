using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>A query in the numbers of one chunk. Reused from chunk to chunk; not thread-safe.</summary>
internal sealed class ChunkQuery
{
    /// <summary>Of so few keys, comparing each with those before it is quicker than a dictionary.</summary>
    private const int FewKeys = 64;

    private readonly Dictionary<int, int> _occurrences = [];
    private int[] _folds = [];
    private int[] _forms = [];
    private int[] _keys = [];
    private KeyTerm[] _terms = [];
    private int _keyCount;
    private int _termCount;

    /// <summary>The query.</summary>
    public QueryText Text { get; private set; } = null!;

    /// <summary>Each token's fold; −1 where the chunk has none.</summary>
    public ReadOnlySpan<int> Folds => _folds.AsSpan(0, Text.Forms.Length);

    /// <summary>Each token's form among those of its fold; −1 where the chunk has none.</summary>
    public ReadOnlySpan<int> Forms => _forms.AsSpan(0, Text.Forms.Length);

    /// <summary>The keys of the keyed tokens, in order; −1 where no row has the key.</summary>
    public ReadOnlySpan<int> Keys => _keys.AsSpan(0, _keyCount);

    /// <summary>The known keys, each with its occurrence number; at most as many as <see cref="Keys"/>.</summary>
    public ReadOnlySpan<KeyTerm> Terms => _terms.AsSpan(0, _termCount);

    /// <summary>Looks the query's forms up in a chunk.</summary>
    public void Prepare(QueryText text, ChunkVocabulary vocabulary)
    {
        Text = text;
        Grow(text.Forms.Length);
        _keyCount = 0;
        for (var i = 0; i < text.Forms.Length; i++)
        {
            var form = text.Forms[i];
            var fold = vocabulary.FindFold(form);
            _folds[i] = fold;
            _forms[i] = fold < 0 ? -1 : vocabulary.FindForm(fold, form);
            if (text.Profile.IsKeyed(form.Kind))
            {
                // Where numbers share a key, a number is known even if its text is not.
                _keys[_keyCount++] = fold >= 0 ? vocabulary.KeyOf(fold) : vocabulary.KeyOfUnknown(form.Kind);
            }
        }

        NameTerms();
    }

    private void Grow(int tokens)
    {
        if (_folds.Length < tokens)
        {
            _folds = new int[tokens * 2];
            _forms = new int[tokens * 2];
            _keys = new int[tokens * 2];
            _terms = new KeyTerm[tokens * 2];
        }
    }

    private void NameTerms()
    {
        _termCount = 0;
        var isLong = _keyCount > FewKeys;
        _occurrences.Clear();
        for (var i = 0; i < _keyCount; i++)
        {
            if (_keys[i] >= 0)
            {
                var occurrence = isLong ? _occurrences.GetValueOrDefault(_keys[i]) : _keys.AsSpan(0, i).Count(_keys[i]);
                if (isLong)
                {
                    _occurrences[_keys[i]] = occurrence + 1;
                }

                _terms[_termCount++] = new KeyTerm(_keys[i], occurrence);
            }
        }
    }
}
