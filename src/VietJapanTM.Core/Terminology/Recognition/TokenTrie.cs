namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// The trie of patterns in the order of their sequences: each state is a run of patterns that share a beginning, so that one pass
/// over each level finds the next one, without look-ups. State 0 is the root; states are numbered by depth, siblings by token.
/// </summary>
internal sealed class TokenTrie
{
    private readonly List<int> _low = [0];
    private readonly List<int> _high;

    /// <summary>Makes the states.</summary>
    /// <param name="sequences">The patterns in order.</param>
    public TokenTrie(SortedSequences sequences)
    {
        _high = [sequences.Count];
        for (var depth = 0; FirstOfDepth[depth] < Tokens.Count; depth++)
        {
            var end = Tokens.Count;
            for (var state = FirstOfDepth[depth]; state < end; state++)
            {
                AddChildren(sequences, state, depth);
            }

            FirstOfDepth.Add(end);
        }

        // The level behind the last holds nothing.
        FirstOfDepth.RemoveAt(FirstOfDepth.Count - 1);
    }

    /// <summary>For each state the token that leads to it; -1 for the root.</summary>
    public List<int> Tokens { get; } = [-1];

    /// <summary>For each state its first child, which follows the last of the state before; one more entry closes the last state.</summary>
    public List<int> FirstChild { get; } = [1];

    /// <summary>For each state the first of the patterns that end there, in the order of the sequences, or -1.</summary>
    public List<int> FirstPattern { get; } = [];

    /// <summary>For each depth its first state.</summary>
    public List<int> FirstOfDepth { get; } = [0];

    private void AddChildren(SortedSequences sequences, int state, int depth)
    {
        var (at, high) = (_low[state], _high[state]);
        while (at < high && sequences.Length(at) == depth)
        {
            at++;
        }

        FirstPattern.Add(at > _low[state] ? _low[state] : -1);
        while (at < high)
        {
            var token = sequences.Token(at, depth);
            var next = at + 1;
            while (next < high && sequences.Token(next, depth) == token)
            {
                next++;
            }

            Tokens.Add(token);
            _low.Add(at);
            _high.Add(next);
            at = next;
        }

        FirstChild.Add(Tokens.Count);
    }
}
