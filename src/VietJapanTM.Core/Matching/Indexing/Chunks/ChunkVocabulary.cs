using System.Numerics;
using System.Text;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// The folds and forms of a chunk. A fold is found by its bytes through a hash table; a form among the few of its fold. Immutable;
/// thread-safe; valid while its image is alive.
/// </summary>
internal sealed unsafe class ChunkVocabulary
{
    /// <summary>The key of every number where numbers replace one another cheaply; the key of a fold is one more than its number.</summary>
    public const int NumberKey = 0;

    private readonly uint* _slots;
    private readonly int _mask;
    private readonly int* _foldStarts;
    private readonly byte* _foldText;
    private readonly int* _firstForms;
    private readonly int* _formStarts;
    private readonly byte* _formText;
    private readonly bool _isPlain;
    private readonly int _keyedFolds;
    private readonly int[] _kindStarts;
    private readonly FoldMemo _memo;

    public ChunkVocabulary(ChunkImage image, in ChunkLayout layout, MatchProfile profile)
    {
        _slots = image.Pointer<uint>(ChunkSection.FoldSlots);
        _mask = image.Count<uint>(ChunkSection.FoldSlots) - 1;
        _foldStarts = image.Pointer<int>(ChunkSection.FoldStarts);
        _foldText = image.Pointer<byte>(ChunkSection.FoldText);
        _firstForms = image.Pointer<int>(ChunkSection.FirstForms);
        _formStarts = image.Pointer<int>(ChunkSection.FormStarts);
        _formText = image.Pointer<byte>(ChunkSection.FormText);
        _isPlain = profile.IsPlain;
        _keyedFolds = layout.KeyedFolds;
        _kindStarts = ((ReadOnlySpan<int>)layout.KindStarts).ToArray();
        _memo = new FoldMemo(Folds);
    }

    /// <summary>How many folds.</summary>
    public int Folds => _kindStarts[^1];

    /// <summary>Keys are below this.</summary>
    public int KeyLimit => _keyedFolds + 1;

    /// <summary>A form's fold, or −1 where no row has it.</summary>
    public int FindFold(AnalyzedForm form)
    {
        if (!_memo.TryFind(form, out var fold))
        {
            fold = SearchFold(form);
            _memo.Add(form, fold);
        }

        return fold;
    }

    /// <summary>A form's place among those of its fold, or −1 where no row has it.</summary>
    public int FindForm(int fold, AnalyzedForm form)
    {
        if (_isPlain)
        {
            return 0;
        }

        for (var i = _firstForms[fold]; i < _firstForms[fold + 1]; i++)
        {
            if (Form(fold, i - _firstForms[fold]).SequenceEqual(form.Text))
            {
                return i - _firstForms[fold];
            }
        }

        return -1;
    }

    /// <summary>What the index keys a fold on; −1 for what has no key.</summary>
    public int KeyOf(int fold) => fold < _keyedFolds ? fold + 1 : fold < _kindStarts[2] ? NumberKey : -1;

    /// <summary>What a keyed token is looked up by that no row has: its kind's common key, or −1.</summary>
    public int KeyOfUnknown(EditKind kind) => !_isPlain && kind == EditKind.Number && _kindStarts[2] > _kindStarts[1] ? NumberKey : -1;

    /// <summary>The kind of a fold's tokens.</summary>
    public EditKind KindOf(int fold) => fold < _kindStarts[1] ? EditKind.Word
        : fold < _kindStarts[2] ? EditKind.Number
        : fold < _kindStarts[3] ? EditKind.Punctuation
        : EditKind.Invisible;

    /// <summary>The first fold of a group of kinds.</summary>
    public int FirstOf(int group) => _kindStarts[group];

    /// <summary>A fold's bytes.</summary>
    public ReadOnlySpan<byte> Fold(int fold) => new(_foldText + _foldStarts[fold], _foldStarts[fold + 1] - _foldStarts[fold]);

    /// <summary>How many forms a fold has.</summary>
    public int FormCount(int fold) => _isPlain ? 1 : _firstForms[fold + 1] - _firstForms[fold];

    /// <summary>A number for each form of the chunk, below <see cref="FormLimit"/>.</summary>
    public int FormNumber(int fold, int index) => _isPlain ? fold : _firstForms[fold] + index;

    /// <summary>How many forms the chunk has.</summary>
    public int FormLimit => _isPlain ? Folds : _firstForms[Folds];

    /// <summary>A form's bytes.</summary>
    public ReadOnlySpan<byte> Form(int fold, int index)
    {
        if (_isPlain)
        {
            return Fold(fold);
        }

        var form = _firstForms[fold] + index;
        var length = _formStarts[form + 1] - _formStarts[form];
        return length == 0 ? Fold(fold) : new ReadOnlySpan<byte>(_formText + _formStarts[form], length);
    }

    private int SearchFold(AnalyzedForm form)
    {
        // SAFETY: at most half of the slots are taken, so an empty one ends the search.
        for (var slot = form.Hash & (uint)_mask; ; slot = (slot + 1) & (uint)_mask)
        {
            var fold = (int)_slots[slot] - 1;
            if (fold < 0 || (Fold(fold).SequenceEqual(form.Fold) && KindOf(fold) == form.Kind))
            {
                return fold;
            }
        }
    }

    /// <summary>A form's text.</summary>
    public string FormText(int fold, int index) => Encoding.UTF8.GetString(Form(fold, index));

    /// <summary>Writes the sections.</summary>
    public static void Write(ImageWriter image, FormNumbers numbers, FoldOrder order, MatchProfile profile)
    {
        var folds = order.FoldsInOrder;
        var slots = new uint[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, folds.Length) * 2)];
        var foldText = new TextColumn(folds.Length);
        for (var fold = 0; fold < folds.Length; fold++)
        {
            var local = numbers.Folds[folds[fold]];
            var bytes = foldText.Add(local.Text);
            var slot = FoldHash.Of(local.Kind, bytes) & (uint)(slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(slots.Length - 1);
            }

            slots[slot] = (uint)fold + 1;
        }

        image.Add(ChunkSection.FoldSlots, slots);
        foldText.Write(image, ChunkSection.FoldStarts, ChunkSection.FoldText);
        if (profile.IsPlain)
        {
            return;
        }

        var formText = new TextColumn(order.FormsInOrder.Length);
        foreach (var form in order.FormsInOrder)
        {
            var local = numbers.Forms[form];
            formText.Add(local.Text == numbers.Folds[local.Fold].Text ? "" : local.Text);
        }

        image.Add(ChunkSection.FirstForms, order.FirstForms);
        formText.Write(image, ChunkSection.FormStarts, ChunkSection.FormText);
    }
}
