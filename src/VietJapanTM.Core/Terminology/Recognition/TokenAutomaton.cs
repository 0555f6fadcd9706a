namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// An Aho–Corasick automaton over token ids (A. V. Aho, M. J. Corasick: Efficient string matching, CACM 18(6), 1975) whose
/// patterns are laid in backwards. Run over a text from right to left it gives, for each place, every pattern that <em>begins</em>
/// there, the longest first. Immutable and thread-safe. State 0 is the root.
/// </summary>
internal sealed class TokenAutomaton
{
    private readonly EdgeTable _goto;
    private readonly int[] _failure;
    private readonly int[] _nextOutput;
    private readonly int[] _depth;
    private readonly bool[] _accepts;

    /// <summary>Links the states of a trie.</summary>
    /// <param name="edges">The trie: (state, token) to state.</param>
    /// <param name="parents">For each state the one before it.</param>
    /// <param name="labels">For each state the token that leads to it.</param>
    /// <param name="accepts">For each state whether a pattern ends there.</param>
    public TokenAutomaton(EdgeTable edges, List<int> parents, List<int> labels, List<bool> accepts)
    {
        _goto = edges;
        _accepts = [.. accepts];
        _failure = new int[parents.Count];
        _nextOutput = new int[parents.Count];
        _depth = new int[parents.Count];
        for (var state = 1; state < parents.Count; state++)
        {
            // A parent is always older than its child.
            _depth[state] = _depth[parents[state]] + 1;
        }

        var byDepth = new int[parents.Count];
        for (var state = 0; state < byDepth.Length; state++)
        {
            byDepth[state] = state;
        }

        Array.Sort((int[])_depth.Clone(), byDepth);
        foreach (var state in byDepth)
        {
            if (_depth[state] > 1)
            {
                var lookups = 0;
                _failure[state] = Step(_failure[parents[state]], labels[state], ref lookups);
            }

            var failure = _failure[state];
            _nextOutput[state] = _accepts[failure] ? failure : _nextOutput[failure];
        }
    }

    /// <summary>
    /// Runs from the last token to the first and writes the state at each. Returns the number of edges looked up: at most two a
    /// token, because each failure undoes an earlier success.
    /// </summary>
    public int Scan(ReadOnlySpan<int> tokens, Span<int> states)
    {
        var lookups = 0;
        var state = 0;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            state = tokens[i] < 0 ? 0 : Step(state, tokens[i], ref lookups);
            states[i] = state;
        }

        return lookups;
    }

    /// <summary>The state of the longest pattern that begins where <paramref name="state"/> was reached, or 0.</summary>
    public int LongestOutput(int state) => _accepts[state] ? state : _nextOutput[state];

    /// <summary>The next shorter one, or 0.</summary>
    public int ShorterOutput(int state) => _nextOutput[state];

    /// <summary>The number of tokens of the pattern that ends in <paramref name="state"/>.</summary>
    public int Length(int state) => _depth[state];

    private int Step(int state, int token, ref int lookups)
    {
        while (true)
        {
            lookups++;
            if (_goto.TryGet(state, token, out var next))
            {
                return next;
            }

            if (state == 0)
            {
                return 0;
            }

            state = _failure[state];
        }
    }
}
