using System.Runtime.InteropServices;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// How often the forms of one text occur in it: what is written twice is hardly an accident, and a name that stands alone
/// elsewhere is a name here too. Only unknown words and capitalised ones are counted. Not thread-safe.
/// </summary>
internal sealed class DocumentWords
{
    private readonly Dictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _capitalised = new(StringComparer.Ordinal);
    private readonly LetterBuffer _buffer = new();

    /// <summary>Counts a text.</summary>
    public DocumentWords(string text, LanguageModel model)
    {
        var scanner = new TokenScanner(text);
        while (scanner.Next(out _))
        {
            Tokens++;
            foreach (var run in scanner.Runs)
            {
                var word = run.Of(text);
                if (!_buffer.TrySet(word))
                {
                    continue;
                }

                if (char.IsUpper(word[0]))
                {
                    Increment(_capitalised, word);
                }

                if (model.Vocabulary.Find(_buffer.Letters) < 0)
                {
                    Increment(_unknown, _buffer.Letters);
                }
            }
        }
    }

    /// <summary>How many tokens the text has.</summary>
    public int Tokens { get; }

    /// <summary>How often a word in lower case occurs that the vocabulary lacks; 0 where it has it.</summary>
    public int Unknown(ReadOnlySpan<char> word) => _unknown.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var n) ? n : 0;

    /// <summary>How often a form with a capital occurs, letter by letter as it is written.</summary>
    public int Capitalised(ReadOnlySpan<char> form) => _capitalised.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var n) ? n : 0;

    private static void Increment(Dictionary<string, int> counts, ReadOnlySpan<char> word) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _)++;
}
