using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// The final numbers of a chunk's folds and forms: folds with a key of their own first, then numbers, marks and invisible characters,
/// the most frequent of each first; likewise the forms of a fold. So frequent things have small numbers and lie together.
/// </summary>
internal sealed class FoldOrder
{
    private readonly int[] _foldAt;
    private readonly int[] _formAt;

    /// <summary>Orders them.</summary>
    /// <param name="numbers">The forms met.</param>
    /// <param name="formCounts">How often each was.</param>
    /// <param name="profile">Says which kinds have keys.</param>
    public FoldOrder(FormNumbers numbers, long[] formCounts, MatchProfile profile)
    {
        var forms = numbers.Forms;
        var folds = numbers.Folds;
        var foldCounts = new long[folds.Length];
        for (var form = 0; form < forms.Length; form++)
        {
            foldCounts[forms[form].Fold] += formCounts[form];
        }

        _foldAt = Sorted(folds.Length, i => (GroupOf(profile, numbers.Folds[i].Kind), -foldCounts[i], i));
        Fold = Inverse(_foldAt);
        _formAt = Sorted(forms.Length, i => (Fold[numbers.Forms[i].Fold], -formCounts[i], i));
        Form = Inverse(_formAt);
        FirstForms = new int[folds.Length + 1];
        foreach (ref readonly var form in forms)
        {
            FirstForms[Fold[form.Fold] + 1]++;
        }

        for (var fold = 0; fold < folds.Length; fold++)
        {
            FirstForms[fold + 1] += FirstForms[fold];
        }

        for (var group = 0; group < FoldStarts.Length; group++)
        {
            var start = 0;
            foreach (ref readonly var fold in folds)
            {
                start += GroupOf(profile, fold.Kind) < group ? 1 : 0;
            }

            KindStarts[group] = start;
        }

        KeyedFolds = KindStarts[1];
    }

    /// <summary>Each fold's final number.</summary>
    public int[] Fold { get; }

    /// <summary>Each form's final number.</summary>
    public int[] Form { get; }

    /// <summary>The first form of each fold, and one more.</summary>
    public int[] FirstForms { get; }

    /// <summary>How many folds have a key of their own.</summary>
    public int KeyedFolds { get; }

    /// <summary>The first fold of each group of kinds.</summary>
    public FoldStarts KindStarts;

    /// <summary>The folds' old numbers in their final order.</summary>
    public ReadOnlySpan<int> FoldsInOrder => _foldAt;

    /// <summary>The forms' old numbers in their final order.</summary>
    public ReadOnlySpan<int> FormsInOrder => _formAt;

    /// <summary>0 for what has keys of its own, 1 for numbers, which share one, 2 for marks, 3 for invisible characters.</summary>
    public static int GroupOf(MatchProfile profile, EditKind kind) => profile.IsPlain ? 0 : kind switch
    {
        EditKind.Word => 0,
        EditKind.Number => 1,
        EditKind.Punctuation => 2,
        _ => 3,
    };

    private static int[] Sorted<TKey>(int count, Func<int, TKey> key)
    {
        var (order, keys) = (new int[count], new TKey[count]);
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
            keys[i] = key(i);
        }

        Array.Sort(keys, order);
        return order;
    }

    private static int[] Inverse(int[] order)
    {
        var inverse = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }

        return inverse;
    }
}
