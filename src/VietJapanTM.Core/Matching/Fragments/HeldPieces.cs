using VietJapanTM.Matching.Concordances;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// For each word of a query the longest piece from there on that a row holds. One pass over all keys of a chunk: at each, the common runs that end
/// there grow by one or break off. A number's key stands for all numbers, so a row that seems to better a piece with a number is read by its tokens.
/// Used for one query; not thread-safe.
/// </summary>
internal sealed unsafe class HeldPieces(IReadOnlyList<KeyedToken> query, long revision)
{
    private readonly List<StoredToken> _tokens = [];
    private readonly RunLengths _byKey = new(query.Count);
    private readonly RunLengths _byFold = new(query.Count);

    /// <summary>For each word of the query the longest piece that begins there, in words, and a row that holds it.</summary>
    public HeldPiece[] Longest { get; } = new HeldPiece[query.Count];

    /// <summary>Reads a chunk.</summary>
    public void Read(IndexChunk chunk, CancellationToken cancellationToken)
    {
        int[] folds = [.. query.Select(t => chunk.Vocabulary.FindFold(t.Form))];
        int[] keys = [.. folds.Select(fold => fold < 0 ? -1 : chunk.Vocabulary.KeyOf(fold))];
        _byKey.Begin(keys, chunk.Vocabulary.KeyLimit);
        _byFold.Begin(folds, chunk.Vocabulary.Folds);
        for (var run = 0; run + 1 < chunk.Runs.Length; run++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref readonly var shape = ref chunk.Runs[run];
            for (var row = shape.First; row < chunk.Runs[run + 1].First; row++)
            {
                ReadRow(chunk, row, IndexChunk.KeyStart(shape, row), shape.Keys);
            }
        }
    }

    private void ReadRow(IndexChunk chunk, int row, long place, int count)
    {
        var codes = chunk.KeysFrom(place);
        _byKey.NextRow();
        for (var i = 0; i < count; i++)
        {
            // SAFETY: a row's keys lie from its place on.
            var key = codes[i] == KeyColumn.Escape ? chunk.KeyAt(place + i) : codes[i];
            for (var at = _byKey.First(key); at >= 0; at = _byKey.Before(at))
            {
                var length = _byKey.Grow(at);
                var start = at - length + 1;
                if (length > Longest[start].Length && chunk.IsLiveAt(row, revision))
                {
                    if (HasNumber(start, at))
                    {
                        ReadTokens(chunk, row);
                    }
                    else
                    {
                        Keep(start, at, chunk, row);
                    }
                }
            }

            _byKey.NextToken();
        }
    }

    private void ReadTokens(IndexChunk chunk, int row)
    {
        chunk.ReadTokens(row, _tokens);
        _byFold.NextRow();
        foreach (var token in _tokens)
        {
            if (token.Kind is not (EditKind.Word or EditKind.Number))
            {
                continue;
            }

            for (var at = _byFold.First(token.Fold); at >= 0; at = _byFold.Before(at))
            {
                Keep(at - _byFold.Grow(at) + 1, at, chunk, row);
            }

            _byFold.NextToken();
        }
    }

    private bool HasNumber(int start, int last)
    {
        for (var at = start; at <= last; at++)
        {
            if (query[at].Form.Kind == EditKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What ends at a word holds every shorter piece that ends there.</summary>
    private void Keep(int start, int last, IndexChunk chunk, int row)
    {
        for (var at = start; at <= last; at++)
        {
            if (last - at + 1 > Longest[at].Length)
            {
                Longest[at] = new HeldPiece(last - at + 1, chunk, row);
            }
        }
    }
}

/// <summary>A piece that a row holds.</summary>
/// <param name="Length">In words.</param>
/// <param name="Chunk">The row's chunk.</param>
/// <param name="Row">The row.</param>
internal readonly record struct HeldPiece(int Length, IndexChunk Chunk, int Row);
