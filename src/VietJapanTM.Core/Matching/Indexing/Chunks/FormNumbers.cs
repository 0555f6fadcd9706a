using System.Runtime.InteropServices;
using System.Text;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Numbers the forms and folds of a chunk that is being built, in the order in which they come. Not thread-safe.</summary>
internal sealed class FormNumbers
{
    private readonly FormCache _cache;
    private readonly Dictionary<string, int> _bySurface = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySurfaceSpan;
    private readonly Dictionary<(EditKind Kind, string Fold, string Text), int> _forms = [];
    private readonly Dictionary<(EditKind Kind, string Fold), int> _folds = [];
    private readonly List<LocalForm> _formList = [];
    private readonly List<LocalFold> _foldList = [];

    public FormNumbers(FormCache cache)
    {
        _cache = cache;
        _bySurfaceSpan = _bySurface.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public ReadOnlySpan<LocalForm> Forms => CollectionsMarshal.AsSpan(_formList);

    public ReadOnlySpan<LocalFold> Folds => CollectionsMarshal.AsSpan(_foldList);

    /// <summary>The number of a token's form.</summary>
    public int Of(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (!_bySurfaceSpan.TryGetValue(token, out var number))
        {
            var form = _cache.Find(token, kind);
            number = Of(form.Kind, form.Form.Fold, form.Form.Text);
            _bySurface[token.ToString()] = number;
        }

        return number;
    }

    /// <summary>The number of a form of another chunk.</summary>
    public int Of(EditKind kind, ReadOnlySpan<byte> fold, ReadOnlySpan<byte> text)
    {
        var foldText = Encoding.UTF8.GetString(fold);
        return Of(kind, foldText, text.IsEmpty ? foldText : Encoding.UTF8.GetString(text));
    }

    private int Of(EditKind kind, string fold, string text)
    {
        // Under plain a token is its fold.
        text = _cache.Analyzer.Profile.IsPlain ? fold : text;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_forms, (kind, fold, text), out var known);
        if (!known)
        {
            ref var foldNumber = ref CollectionsMarshal.GetValueRefOrAddDefault(_folds, (kind, fold), out var foldKnown);
            if (!foldKnown)
            {
                foldNumber = _foldList.Count;
                _foldList.Add(new LocalFold(kind, fold));
            }

            number = _formList.Count;
            _formList.Add(new LocalForm(foldNumber, text));
        }

        return number;
    }
}

/// <summary>A form while a chunk is built.</summary>
/// <param name="Fold">Its fold's number.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct LocalForm(int Fold, string Text);

/// <summary>A fold while a chunk is built.</summary>
/// <param name="Kind">What its tokens are.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct LocalFold(EditKind Kind, string Text);
