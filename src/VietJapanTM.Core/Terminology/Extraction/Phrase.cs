namespace VietJapanTM.Terminology.Extraction;

/// <summary>A sequence of classes that occurs often enough, and what was counted of it.</summary>
internal sealed class Phrase(int[] keys)
{
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _before = [];
    private readonly Dictionary<int, int> _after = [];

    /// <summary>The classes.</summary>
    public int[] Keys { get; } = keys;

    /// <summary>Occurrences.</summary>
    public int Count { get; private set; }

    /// <summary>The texts that hold it, ascending.</summary>
    public List<int> Units { get; } = [];

    /// <summary>Longer phrases that hold it.</summary>
    public int Nests { get; set; }

    /// <summary>The occurrences of those.</summary>
    public int NestedCount { get; set; }

    /// <summary>Counts an occurrence.</summary>
    public void Add(int unit, ReadOnlySpan<char> form, int before, int after)
    {
        Count++;
        if (Units.Count == 0 || Units[^1] != unit)
        {
            Units.Add(unit);
        }

        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_forms, form.ToString(), out _)++;
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_before, before, out _)++;
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_after, after, out _)++;
    }

    /// <summary>The commonest form; of equally common ones the first in ordinal order, capitals last.</summary>
    public string Form => _forms.OrderByDescending(f => f.Value).ThenByDescending(f => f.Key, StringComparer.Ordinal).First().Key;

    /// <summary>
    /// The smaller entropy of what stands before and behind it, in bits. A sequence that is always followed by the same is part of a longer word
    /// (Jin and Tanaka-Ishii, "Unsupervised segmentation of Chinese text by use of branching entropy", 2006). What is no word is different every time.
    /// </summary>
    public double BranchingEntropy => Math.Min(Entropy(_before), Entropy(_after));

    private double Entropy(Dictionary<int, int> neighbours)
    {
        var entropy = 0.0;
        foreach (var (key, count) in neighbours)
        {
            var probability = (double)count / Count;
            entropy -= key < 0 ? probability * Math.Log2(1.0 / Count) : probability * Math.Log2(probability);
        }

        return entropy;
    }
}
