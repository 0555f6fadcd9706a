using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>A query in the numbers of a vocabulary. Immutable.</summary>
internal sealed class QuerySegment
{
    public QuerySegment(MatchProfile profile, FormEntry[] entries, Gap[] gaps)
    {
        Profile = profile;
        Entries = entries;
        Gaps = gaps;
        var keys = new List<int>(entries.Length);
        foreach (ref readonly var entry in entries.AsSpan())
        {
            Weight += profile.Costs.Weight(entry.Kind);
            if (profile.IsKeyed(entry.Kind))
            {
                keys.Add(entry.Key);
            }
        }

        Keys = [.. keys];
        Terms = KeyTerm.Of(Keys);
    }

    public MatchProfile Profile { get; }

    public FormEntry[] Entries { get; }

    public Gap[] Gaps { get; }

    /// <summary>The keys of the keyed tokens, in order; −1 where no stored segment has the key.</summary>
    public int[] Keys { get; }

    /// <summary>The known keys, each with its occurrence number; at most as many as <see cref="Keys"/>.</summary>
    public KeyTerm[] Terms { get; }

    public int Weight { get; }
}

/// <summary>A key and which occurrence of it in its segment this is: what two segments share is then a set, not a multiset.</summary>
/// <param name="Key">The key.</param>
/// <param name="Occurrence">0 for the first.</param>
internal readonly record struct KeyTerm(int Key, int Occurrence)
{
    /// <summary>Of so few keys, comparing each with those before it is quicker than a dictionary.</summary>
    private const int FewKeys = 64;

    /// <summary>The terms of a segment's known keys.</summary>
    public static KeyTerm[] Of(ReadOnlySpan<int> keys)
    {
        var terms = new KeyTerm[keys.Length - keys.Count(-1)];
        var occurrences = keys.Length > FewKeys ? new Dictionary<int, int>(keys.Length) : null;
        var count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] >= 0)
            {
                var occurrence = occurrences is null ? keys[..i].Count(keys[i]) : occurrences.GetValueOrDefault(keys[i]);
                occurrences?[keys[i]] = occurrence + 1;
                terms[count++] = new KeyTerm(keys[i], occurrence);
            }
        }

        return terms;
    }
}
