using System.Runtime.CompilerServices;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// A <see cref="TokenForm"/> in numbers: equal strings have equal numbers, and −1 stands for a string that no segment of the
/// vocabulary has, so that it equals no segment's.
/// </summary>
internal struct FormEntry
{
    /// <summary>The form itself.</summary>
    public int Form;

    /// <summary>Its fold.</summary>
    public int Fold;

    /// <summary>What the index keys it on: the fold, or one key for all numbers where they replace one another cheaply. −1 unkeyed or unknown.</summary>
    public int Key;

    /// <summary>The fold without one difference each, in the order of <see cref="TokenForm.CheapKinds"/>.</summary>
    public ResidueEntries Residues;

    /// <summary>Word, Number, Punctuation or Invisible.</summary>
    public EditKind Kind;

    /// <summary>What pairing two tokens costs; the twin of <see cref="TokenCosts.Pair"/>.</summary>
    public static int Pair(EditCosts costs, in FormEntry query, Gap queryGap, in FormEntry source, Gap sourceGap)
    {
        if (query.Form == source.Form)
        {
            return TokenCosts.WhiteSpace(costs, queryGap, sourceGap);
        }

        if (query.Kind != source.Kind)
        {
            return Math.Max(costs.Weight(query.Kind), costs.Weight(source.Kind));
        }

        if (query.Fold != source.Fold)
        {
            return query.Kind == EditKind.Word
                ? EditCosts.Word
                : costs.Replaced(query.Kind) + TokenCosts.WhiteSpace(costs, queryGap, sourceGap);
        }

        return Differences(costs, query, source) + TokenCosts.WhiteSpace(costs, queryGap, sourceGap);
    }

    private static int Differences(EditCosts costs, in FormEntry query, in FormEntry source)
    {
        var cost = 0;
        for (var i = 0; i < ResidueEntries.Length; i++)
        {
            cost += query.Residues[i] == source.Residues[i] ? 0 : costs.Difference(TokenForm.CheapKinds[i]);
        }

        return cost == 0 ? costs.Width : cost;
    }
}

/// <summary>One number for each of <see cref="TokenForm.CheapKinds"/>.</summary>
[InlineArray(Length)]
internal struct ResidueEntries
{
    public const int Length = 5;

    private int _first;
}

/// <summary>A token of a stored segment in 32 bits: its form and the white space before it.</summary>
internal readonly record struct Symbol(uint Value)
{
    public Symbol(int form, Gap gap)
        : this(((uint)form << 3) | (uint)gap)
    {
    }

    public int Form => (int)(Value >> 3);

    public Gap Gap => (Gap)(Value & 7);
}
