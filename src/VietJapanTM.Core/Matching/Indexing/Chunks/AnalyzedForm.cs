using System.Text;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>A token form with the bytes by which a chunk finds it. Immutable.</summary>
internal sealed class AnalyzedForm
{
    private static int _last;

    public AnalyzedForm(TokenForm form, MatchProfile profile)
    {
        Form = form;
        Kind = profile.IsPlain ? EditKind.Word : form.Kind;
        Weight = profile.Costs.Weight(Kind);
        Fold = Encoding.UTF8.GetBytes(form.Fold);
        Text = ReferenceEquals(form.Fold, form.Text) || form.Fold == form.Text ? Fold : Encoding.UTF8.GetBytes(form.Text);
        Hash = FoldHash.Of(Kind, Fold);
        Number = (uint)Interlocked.Increment(ref _last);
    }

    /// <summary>Tells it from nearly all others: numbers begin again after four thousand million.</summary>
    public uint Number { get; }

    /// <summary>The form, from which the cost of cheap differences is computed.</summary>
    public TokenForm Form { get; }

    /// <summary>Its kind; under plain, where kinds differ in nothing, always Word.</summary>
    public EditKind Kind { get; }

    /// <summary>What the token weighs.</summary>
    public int Weight { get; }

    /// <summary>The fold, UTF-8.</summary>
    public byte[] Fold { get; }

    /// <summary>The form's own text, UTF-8; the same array where it is the fold.</summary>
    public byte[] Text { get; }

    /// <summary>Where a chunk's hash table begins to look for the fold.</summary>
    public uint Hash { get; }
}

/// <summary>The hash by which chunks find folds; it stands in files.</summary>
internal static class FoldHash
{
    /// <summary>FNV-1a of 64 bits, begun with the kind and mixed down to 32.</summary>
    public static uint Of(EditKind kind, ReadOnlySpan<byte> fold)
    {
        const ulong offsetBasis = 14695981039346656037;
        const ulong prime = 1099511628211;
        var hash = (offsetBasis ^ (ulong)kind) * prime;
        foreach (var value in fold)
        {
            hash = (hash ^ value) * prime;
        }

        return (uint)((hash * 0x9E3779B97F4A7C15) >> 32);
    }
}
