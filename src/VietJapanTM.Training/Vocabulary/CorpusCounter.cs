using System.Runtime.InteropServices;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>
/// Counts words, capitals and pairs in running text. A pair counts where nothing but a space stands between the words; a capital
/// counts where it follows a word so, for at the start of a sentence it says nothing. Tokens that look like code count nothing.
/// </summary>
internal sealed class CorpusCounter
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _within = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _capitals = new(StringComparer.Ordinal);
    private readonly Dictionary<(string First, string Second), int> _pairs = [];

    /// <summary>All words counted.</summary>
    public int Total { get; private set; }

    /// <summary>How often each word occurs, in lower case.</summary>
    public IReadOnlyDictionary<string, int> Words => _words;

    /// <summary>How often each pair occurs.</summary>
    public IReadOnlyDictionary<(string First, string Second), int> Pairs => _pairs;

    /// <summary>The part of a word's occurrences within a sentence that begins with a capital, 0 to 1.</summary>
    public double CapitalRatio(string word) => _capitals.GetValueOrDefault(word) / (double)Math.Max(1, _within.GetValueOrDefault(word));

    /// <summary>Counts a line.</summary>
    public void Add(string line)
    {
        string? previous = null;
        foreach (var range in line.AsSpan().SplitAny(' ', '\t', '\u00A0'))
        {
            var token = line.AsSpan(range);
            if (!token.IsEmpty)
            {
                previous = token.ContainsAny("/\\_<=>|{}@") || token.ContainsAnyInRange('0', '9') ? null : AddToken(token, previous);
            }
        }
    }

    private string? AddToken(ReadOnlySpan<char> token, string? previous)
    {
        var start = 0;
        while (start < token.Length && !char.IsLetter(token[start]))
        {
            start++;
        }

        var end = token.Length;
        while (end > start && !char.IsLetter(token[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return null;
        }

        var word = token[start..end];
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter))
            {
                AddParts(word);
                return null;
            }
        }

        var lower = word.ToString().ToLowerInvariant();
        Increment(_words, lower);
        Total++;
        if (previous is not null && start == 0)
        {
            Increment(_pairs, (previous, lower));
        }

        if (previous is not null)
        {
            Increment(_within, lower);
            if (char.IsUpper(word[0]))
            {
                Increment(_capitals, lower);
            }
        }

        return end == token.Length ? lower : null;
    }

    // Parts of a compound, "Asean-Japón", count as words; where a dot, a colon or a bracket joins them it is code.
    private void AddParts(ReadOnlySpan<char> compound)
    {
        if (compound.ContainsAny(".:("))
        {
            return;
        }

        foreach (var range in compound.SplitAny('-', '\'', '’', '–', ','))
        {
            var part = compound[range];
            if (part.Length > 1 && part.ToString().All(char.IsLetter))
            {
                Increment(_words, part.ToString().ToLowerInvariant());
                Total++;
            }
        }
    }

    private static void Increment<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
