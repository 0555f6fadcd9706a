using System.Runtime.InteropServices;
using System.Text;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Collects rows, from texts or from other chunks, and makes a chunk of them. Not thread-safe.</summary>
internal sealed class ChunkBuilder
{
    private readonly MatchProfile _profile;
    private readonly FormCache _cache;
    private readonly FormNumbers _forms;
    private readonly UnitColumns _units = new();
    private readonly List<int> _starts = [0];
    private readonly List<uint> _tokens = [];
    private readonly List<Token> _cut = [];

    public ChunkBuilder(FormCache cache)
    {
        _cache = cache;
        _profile = cache.Analyzer.Profile;
        _forms = new FormNumbers(cache);
    }

    /// <summary>Rows so far.</summary>
    public int Count => _units.Count;

    /// <summary>Adds a variant; answers its row.</summary>
    /// <param name="unitId">Its unit.</param>
    /// <param name="ordinal">Its place in the unit.</param>
    /// <param name="begin">The revision that began the version.</param>
    /// <param name="end">The revision that ended it, or null.</param>
    /// <param name="text">Its text, well-formed.</param>
    /// <param name="rank">The unit's best <see cref="VariantRank"/>.</param>
    public int Add(string unitId, int ordinal, long begin, long? end, string text, long rank)
    {
        _cut.Clear();
        _cache.Analyzer.Cut(text, _cut);
        for (var i = 0; i < _cut.Count; i++)
        {
            var form = _forms.Of(_cut[i].Of(text), _cut[i].Kind);
            _tokens.Add(Pack(form, _cache.Analyzer.GapBefore(text, _cut, i)));
        }

        _starts.Add(_tokens.Count);
        _units.Add(Encoding.UTF8.GetBytes(unitId), begin, end ?? 0, ordinal, rank);
        return Count - 1;
    }

    /// <summary>Ends a row that was added and has no end.</summary>
    public void End(int row, long revision) => _units.End(row, revision);

    /// <summary>Adds the rows of a chunk but those that nobody may ask for.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="floor">Rows that ended at or before it are left out, and those that ended as they began.</param>
    /// <param name="revision">Ends that are later are left out: files hold nothing that the manifest's revision does not see.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public void Add(IndexChunk chunk, long floor, long revision, CancellationToken cancellationToken)
    {
        var forms = new int[chunk.Vocabulary.FormLimit];
        Array.Fill(forms, -1);
        var tokens = new List<StoredToken>();
        for (var row = 0; row < chunk.Count; row++)
        {
            if ((row & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var (begin, end) = (chunk.BeginOf(row), chunk.EndOf(row));
            end = end <= revision ? end : 0;
            if (end != 0 && end <= Math.Max(floor, begin))
            {
                continue;
            }

            chunk.ReadTokens(row, tokens);
            foreach (var token in tokens)
            {
                ref var form = ref forms[chunk.Vocabulary.FormNumber(token.Fold, token.Form)];
                form = form >= 0 ? form : _forms.Of(token.Kind, chunk.Vocabulary.Fold(token.Fold), chunk.Vocabulary.Form(token.Fold, token.Form));
                _tokens.Add(Pack(form, token.Gap));
            }

            _starts.Add(_tokens.Count);
            _units.Add(chunk.UnitIdBytes(row), begin, end, chunk.OrdinalOf(row), chunk.RankOf(row));
        }

        GC.KeepAlive(chunk);
    }

    /// <summary>Makes the chunk.</summary>
    /// <param name="label">What it is of.</param>
    /// <param name="threads">How many may work at once; the bytes are the same.</param>
    public IndexChunk Build(ChunkLabel label, int threads = 1)
    {
        var image = new ImageWriter();
        image.Add(ChunkSection.Label, label.ToBytes());
        var order = new FoldOrder(_forms, CountForms(), _profile);
        var layout = new ChunkLayout { Rows = Count, KeyedFolds = order.KeyedFolds, KindStarts = order.KindStarts };
        ChunkVocabulary.Write(image, _forms, order, _profile);
        var (shapes, keys) = Shapes(order);
        var rows = new RowOrder(shapes, keys);
        image.Add(ChunkSection.Shelves, rows.Shelves);
        image.Add(ChunkSection.Runs, rows.Runs);
        Action[] parts =
        [
            () => WritePostings(image, shapes, keys, rows.Rows, order.KeyedFolds + 1),
            () => WriteTokens(image, order, rows.Rows),
            () => KeyColumn.Write(image, shapes, keys, rows.Rows),
            () => _units.Write(image, rows.Rows, ref layout),
        ];
        if (threads > 1)
        {
            Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads }, parts);
        }
        else
        {
            Array.ForEach(parts, part => part());
        }

        image.Add(ChunkSection.Layout, layout);
        return new IndexChunk(image.Write(), _profile);
    }

    private void WritePostings(ImageWriter image, RowShape[] shapes, int[] keys, int[] rows, int keyLimit)
    {
        if (Count >= IndexChunk.MinRowsForPostings)
        {
            new PostingsBuilder(shapes, keys, rows, keyLimit).Write(image);
        }
    }

    private static uint Pack(int form, Gap gap) => ((uint)form << 3) | (uint)gap;

    private long[] CountForms()
    {
        var counts = new long[_forms.Forms.Length];
        foreach (var token in CollectionsMarshal.AsSpan(_tokens))
        {
            counts[token >> 3]++;
        }

        return counts;
    }

    /// <summary>Each row's shape, and the keys of all rows.</summary>
    private (RowShape[] Shapes, int[] Keys) Shapes(FoldOrder order)
    {
        var keyOfForm = new int[_forms.Forms.Length];
        var weightOfForm = new int[keyOfForm.Length];
        for (var form = 0; form < keyOfForm.Length; form++)
        {
            var kind = _forms.Folds[_forms.Forms[form].Fold].Kind;
            var fold = order.Fold[_forms.Forms[form].Fold];
            keyOfForm[form] = FoldOrder.GroupOf(_profile, kind) switch { 0 => fold + 1, 1 => ChunkVocabulary.NumberKey, _ => -1 };
            weightOfForm[form] = _profile.Costs.Weight(kind);
        }

        var shapes = new RowShape[Count];
        var keys = new List<int>(_tokens.Count);
        for (var row = 0; row < shapes.Length; row++)
        {
            var (weight, start) = (0, keys.Count);
            foreach (var token in TokensOf(row))
            {
                weight += weightOfForm[token >> 3];
                if (keyOfForm[token >> 3] is var key and >= 0)
                {
                    keys.Add(key);
                }
            }

            shapes[row] = new RowShape(weight, start, keys.Count - start, _starts[row + 1] - _starts[row]);
        }

        return (shapes, [.. keys]);
    }

    private ReadOnlySpan<uint> TokensOf(int row) => CollectionsMarshal.AsSpan(_tokens)[_starts[row].._starts[row + 1]];

    /// <summary>Under plain the keys say all.</summary>
    private void WriteTokens(ImageWriter image, FoldOrder order, int[] rows)
    {
        if (_profile.IsPlain)
        {
            return;
        }

        var starts = new uint[rows.Length + 1];
        var code = new List<byte>(_tokens.Count);
        var tokens = new List<CodedToken>();
        for (var i = 0; i < rows.Length; i++)
        {
            tokens.Clear();
            foreach (var token in TokensOf(rows[i]))
            {
                var local = _forms.Forms[(int)(token >> 3)];
                var group = FoldOrder.GroupOf(_profile, _forms.Folds[local.Fold].Kind);
                var fold = order.Fold[local.Fold];
                var place = group == 0 ? 0 : fold - order.KindStarts[group];
                tokens.Add(new CodedToken(group, place, order.Form[token >> 3] - order.FirstForms[fold], (Gap)(token & 7)));
            }

            TokenCode.Write(code, CollectionsMarshal.AsSpan(tokens));
            starts[i + 1] = (uint)code.Count;
        }

        TokenColumn.Write(image, starts, code);
    }
}
