namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// A letter-trigram model over the distinct words of a vocabulary: how likely a string is as some word of the language, known or
/// not. Additive smoothing. Derived when the vocabulary is loaded. Immutable and thread-safe.
/// </summary>
internal sealed class CharacterModel
{
    private const double Added = 0.05;
    private const int Smoothed = 60;

    // A letter of fewer words than this is none of the language's.
    private const int LeastWords = 20;

    private readonly byte[] _classes = new byte[char.MaxValue + 1];
    private readonly int _size;
    private readonly int[] _trigrams;
    private readonly int[] _histories;

    /// <summary>Learns from the words of <paramref name="words"/>, each counted once.</summary>
    public CharacterModel(WordTable words)
    {
        // Class 0 is the word boundary, class 1 any letter that is none of the language's.
        _size = AssignClasses(words);
        _trigrams = new int[_size * _size * _size];
        _histories = new int[_size * _size];
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
            sum += Math.Log10((_trigrams[(history * _size) + letter] + Added) / (_histories[history] + (Added * Smoothed)));
            history = ((history * _size) + letter) % _histories.Length;
        }

        return sum;
    }

    private void Learn(ReadOnlySpan<char> word)
    {
        var history = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            var letter = i == word.Length ? 0 : _classes[word[i]];
            _trigrams[(history * _size) + letter]++;
            _histories[history]++;
            history = ((history * _size) + letter) % _histories.Length;
        }
    }

    private int AssignClasses(WordTable words)
    {
        var counts = new int[char.MaxValue + 1];
        for (var id = 0; id < words.Count; id++)
        {
            foreach (var letter in words[id])
            {
                counts[letter]++;
            }
        }

        var next = 2;
        for (var letter = 0; letter < counts.Length; letter++)
        {
            _classes[letter] = (byte)(counts[letter] >= LeastWords && next < byte.MaxValue ? next++ : 1);
        }

        return next;
    }
}
