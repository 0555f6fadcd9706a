namespace VietJapanTM.Text.Vocabulary;

/// <summary>How a spelling list knows a word.</summary>
[Flags]
internal enum SpellingClass : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Written in lower case.</summary>
    Common = 1,

    /// <summary>Written with a capital: a name.</summary>
    Name = 2,
}

/// <summary>
/// The minimal acyclic automaton of a list of valid words in lower case. Hundreds of thousands of inflected forms share their
/// prefixes and endings and so take a few hundred kilobytes. Immutable and thread-safe.
/// Source: Daciuk, Mihov, Watson and Watson, Incremental Construction of Minimal Acyclic Finite-State Automata (2000).
/// </summary>
/// <param name="rows">Where the edges of each state begin, and the end of the last. State 0 is the start.</param>
/// <param name="labels">The letter of each edge, ascending within a state.</param>
/// <param name="targets">The state that each edge leads to.</param>
/// <param name="classes">What is known of the word that ends in each state.</param>
internal sealed class SpellingAutomaton(int[] rows, char[] labels, int[] targets, SpellingClass[] classes)
{
    /// <summary>How many states.</summary>
    public int States => classes.Length;

    /// <summary>The state after one more letter, or -1 where no word goes on so.</summary>
    /// <param name="state">0 at the start of a word, or what an earlier call returned.</param>
    /// <param name="letter">In lower case.</param>
    public int Step(int state, char letter)
    {
        if (state < 0)
        {
            return -1;
        }

        var edge = labels.AsSpan(rows[state], rows[state + 1] - rows[state]).BinarySearch(letter);
        return edge < 0 ? -1 : targets[rows[state] + edge];
    }

    /// <summary>What is known of the word that ends in a state.</summary>
    public SpellingClass ClassOf(int state) => state < 0 ? SpellingClass.None : classes[state];
}
