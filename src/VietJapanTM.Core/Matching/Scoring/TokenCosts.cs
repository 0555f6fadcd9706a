namespace VietJapanTM.Matching.Scoring;

/// <summary>The naive reference: what it costs to pair two tokens, from their strings. The index computes the same from numbers.</summary>
internal static class TokenCosts
{
    /// <summary>The cost of pairing two tokens: 0 where they are the same after the white space.</summary>
    public static int Pair(EditCosts costs, in SegmentToken query, in SegmentToken source)
    {
        var form = query.Form;
        var other = source.Form;
        if (form.Kind != other.Kind)
        {
            return Math.Max(costs.Weight(form.Kind), costs.Weight(other.Kind));
        }

        if (form.Fold != other.Fold)
        {
            return costs.Replaced(form.Kind) + (form.Kind == EditKind.Word ? 0 : WhiteSpace(costs, query.Gap, source.Gap));
        }

        return Differences(costs, form, other) + WhiteSpace(costs, query.Gap, source.Gap);
    }

    /// <summary>The cheap differences of two forms of one fold; never 0 for different texts.</summary>
    public static int Differences(EditCosts costs, TokenForm form, TokenForm other)
    {
        if (form.Text == other.Text)
        {
            return 0;
        }

        var cost = 0;
        for (var i = 0; i < form.Residues.Length; i++)
        {
            cost += form.Residues[i] == other.Residues[i] ? 0 : costs.Difference(TokenForm.CheapKinds[i]);
        }

        return cost == 0 ? costs.Width : cost;
    }

    /// <summary>The cost of different white space. The edge of a segment equals any.</summary>
    public static int WhiteSpace(EditCosts costs, Gap query, Gap source) => IsSameGap(query, source) ? 0 : costs.WhiteSpace;

    /// <summary>True where two gaps cost nothing.</summary>
    public static bool IsSameGap(Gap query, Gap source) => query == source || query == Gap.Edge || source == Gap.Edge;
}
