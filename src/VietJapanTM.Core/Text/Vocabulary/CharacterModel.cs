namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// A letter-trigram model over the distinct words of a vocabulary: how likely a string is as some word of the language, known or
/// not. Each order is interpolated with the one below. Derived when the vocabulary is loaded. Immutable and thread-safe.
/// Source: Witten and Bell, The zero-frequency problem (1991), method C; Chen and Goodman (1998), section 2.4.
/// </summary>
internal sealed class CharacterModel
{
    private const int Order = 3;

    // A letter has a class of six bits. Class 0 is the word's edge, the last any letter beyond the 62 most frequent.
    private const int ClassBits = 6;
    private const int Classes = 1 << ClassBits;

    private readonly byte[] _classes = new byte[char.MaxValue + 1];

    // Of each order: counts of the letters after each history, their sums, and how many different ones there are.
    private readonly int[][] _counts = new int[Order][];
    private readonly int[][] _totals = new int[Order][];
    private readonly int[][] _types = new int[Order][];

    /// <summary>Learns from the words of <paramref name="words"/>, each counted once.</summary>
    public CharacterModel(WordTable words)
    {
        for (var n = 0; n < Order; n++)
        {
            var histories = 1 << (ClassBits * n);
            (_counts[n], _totals[n], _types[n]) = (new int[histories * Classes], new int[histories], new int[histories]);
        }

        AssignClasses(words);
        for (var id = 0; id < words.Count; id++)
        {
            Learn(words[id]);
        }
    }

    /// <summary>log10 of the probability of <paramref name="word"/>, in lower case, as a spelling.</summary>
    public double LogProbability(ReadOnlySpan<char> word)
    {
        var sum = 0.0;
        var history = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            var letter = i == word.Length ? 0 : _classes[word[i]];
            sum += Math.Log10(Probability(history, letter));
            history = (history << ClassBits) | letter;
        }

        return sum;
    }

    // P_n(c|h) = (c(hc) + T(h) P_{n-1}(c|h')) / (c(h) + T(h)), where T counts the distinct letters that follow h.
    private double Probability(int history, int letter)
    {
        var probability = 1.0 / Classes;
        for (var n = 0; n < Order; n++)
        {
            var h = history & (_totals[n].Length - 1);
            var types = _types[n][h];
            if (types == 0)
            {
                break;
            }

            probability = (_counts[n][(h << ClassBits) | letter] + (types * probability)) / (_totals[n][h] + types);
        }

        return probability;
    }

    private void Learn(ReadOnlySpan<char> word)
    {
        var history = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            var letter = i == word.Length ? 0 : _classes[word[i]];
            for (var n = 0; n < Order; n++)
            {
                var h = history & (_totals[n].Length - 1);
                _totals[n][h]++;
                _types[n][h] += _counts[n][(h << ClassBits) | letter]++ == 0 ? 1 : 0;
            }

            history = (history << ClassBits) | letter;
        }
    }

    private void AssignClasses(WordTable words)
    {
        var counts = new int[char.MaxValue + 1];
        for (var id = 0; id < words.Count; id++)
        {
            foreach (var letter in words[id])
            {
                counts[letter]++;
            }
        }

        Array.Fill(_classes, (byte)(Classes - 1));
        var frequent = Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c);
        byte next = 1;
        foreach (var letter in frequent.Take(Classes - 2))
        {
            _classes[letter] = next++;
        }
    }
}
