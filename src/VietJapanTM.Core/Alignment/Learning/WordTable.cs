using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Learning;

/// <summary>The words of a training text, numbered from 1 in order of appearance, with their counts; 0 is the null word.</summary>
internal sealed class WordTable
{
    private readonly AlignmentTokenizer _tokenizer = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [""];
    private readonly List<int> _counts = [0];

    /// <summary>Number of words, the null word included.</summary>
    public int Count => _words.Count;

    /// <summary>Number of tokens read.</summary>
    public long Tokens { get; private set; }

    /// <summary>The word of a number.</summary>
    public string Word(int id) => _words[id];

    /// <summary>How often the word was read.</summary>
    public int CountOf(int id) => _counts[id];

    /// <summary>The number of a word, or -1.</summary>
    public int Find(string word) => _ids.GetValueOrDefault(word, -1);

    /// <summary>Reads a text and gives the numbers of its tokens.</summary>
    public int[] Read(string text)
    {
        var tokens = new List<int>();
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _tokenizer.Start(text);
        while (_tokenizer.TryNext(out var word))
        {
            if (!lookup.TryGetValue(word, out var id))
            {
                id = _words.Count;
                _words.Add(word.ToString());
                _ids.Add(_words[id], id);
                _counts.Add(0);
            }

            _counts[id]++;
            tokens.Add(id);
        }

        Tokens += tokens.Count;
        return [.. tokens];
    }
}
