namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// A letter-trigram model over the distinct words of a vocabulary: how likely a string is as some word of the language, known or
/// not. Additive smoothing. Derived when the vocabulary is loaded. Immutable and thread-safe.
/// </summary>
internal sealed class CharacterModel
{
    private const double Added = 0.05;
    private const int Smoothed = 60;

    private readonly byte[] _classes = new byte[char.MaxValue + 1];
    private readonly int _size;
    private readonly float[] _logs;

    /// <summary>Learns from the words of <paramref name="words"/>, each counted once.</summary>
    public CharacterModel(WordTable words)
    {
        // Class 0 is the word boundary, class 1 any letter that the vocabulary lacks.
        var next = 2;
        for (var id = 0; id < words.Count; id++)
        {
            foreach (var letter in words[id])
            {
                if (_classes[letter] == 0)
                {
                    _classes[letter] = (byte)(next < byte.MaxValue ? next++ : 1);
                }
            }
        }

        _size = next;
        var trigrams = new int[_size * _size * _size];
        var histories = new int[_size * _size];
        for (var id = 0; id < words.Count; id++)
        {
            Learn(words[id], trigrams, histories);
        }

        _logs = new float[trigrams.Length];
        for (var i = 0; i < trigrams.Length; i++)
        {
            _logs[i] = (float)Math.Log10((trigrams[i] + Added) / (histories[i / _size] + (Added * Smoothed)));
        }
    }

    /// <summary>log10 of the probability of <paramref name="word"/>, in lower case, as a spelling.</summary>
    public double LogProbability(ReadOnlySpan<char> word)
    {
        var sum = 0.0;
        int first = 0, second = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            var third = i == word.Length ? 0 : Math.Max((byte)1, _classes[word[i]]);
            sum += _logs[(((first * _size) + second) * _size) + third];
            (first, second) = (second, third);
        }

        return sum;
    }

    private void Learn(ReadOnlySpan<char> word, int[] trigrams, int[] histories)
    {
        int first = 0, second = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            var third = i == word.Length ? 0 : _classes[word[i]];
            trigrams[(((first * _size) + second) * _size) + third]++;
            histories[(first * _size) + second]++;
            (first, second) = (second, third);
        }
    }
}
