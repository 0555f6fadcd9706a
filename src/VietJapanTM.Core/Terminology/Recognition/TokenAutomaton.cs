namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// An Aho–Corasick automaton over token ids (A. V. Aho, M. J. Corasick: Efficient string matching, CACM 18(6), 1975) whose
/// patterns are laid in backwards. Run over a text from right to left it gives, for each place, every pattern that <em>begins</em>
/// there, the longest first. Immutable and thread-safe. State 0 is the root.
/// </summary>
/// <remarks>
/// States are numbered by depth and the children of one stand side by side, ordered by their tokens: an edge needs no more than
/// its token, and a state 20 bytes. Only the root, which has thousands of children, looks them up by token.
/// </remarks>
internal sealed class TokenAutomaton
{
    private readonly int[] _rootChild;
    private readonly int[] _token;
    private readonly int[] _firstChild;
    private readonly int[] _failure;
    private readonly int[] _nextOutput;
    private readonly int[] _firstPattern;
    private readonly int[] _firstOfDepth;

    /// <summary>Links the states of a trie.</summary>
    /// <param name="trie">The states, and the token that leads to each.</param>
    /// <param name="tokens">How many tokens there are.</param>
    public TokenAutomaton(TokenTrie trie, int tokens)
    {
        _token = [.. trie.Tokens];
        _firstChild = [.. trie.FirstChild];
        _firstPattern = [.. trie.FirstPattern];
        _firstOfDepth = [.. trie.FirstOfDepth];
        _rootChild = new int[tokens];
        for (var child = _firstChild[0]; child < _firstChild[1]; child++)
        {
            _rootChild[_token[child]] = child;
        }

        _failure = new int[_token.Length];
        _nextOutput = new int[_token.Length];
        Link();
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
    public int LongestOutput(int state) => _firstPattern[state] >= 0 ? state : _nextOutput[state];

    /// <summary>The next shorter one, or 0.</summary>
    public int ShorterOutput(int state) => _nextOutput[state];

    /// <summary>The first pattern that ends in <paramref name="state"/>, or -1.</summary>
    public int FirstPattern(int state) => _firstPattern[state];

    /// <summary>The number of tokens of the patterns that end in <paramref name="state"/>.</summary>
    public int Length(int state)
    {
        var depth = Array.BinarySearch(_firstOfDepth, state);
        return depth >= 0 ? depth : ~depth - 1;
    }

    private void Link()
    {
        // A failure leads to a state of less depth, which has a lower number.
        for (var state = 1; state < _token.Length; state++)
        {
            var failure = _failure[state];
            _nextOutput[state] = _firstPattern[failure] >= 0 ? failure : _nextOutput[failure];
            for (var child = _firstChild[state]; child < _firstChild[state + 1]; child++)
            {
                var lookups = 0;
                _failure[child] = Step(failure, _token[child], ref lookups);
            }
        }
    }

    private int Step(int state, int token, ref int lookups)
    {
        while (true)
        {
            lookups++;
            if (state == 0)
            {
                return _rootChild[token];
            }

            var next = Child(state, token);
            if (next != 0)
            {
                return next;
            }

            state = _failure[state];
        }
    }

    private int Child(int state, int token)
    {
        var first = _firstChild[state];
        var count = _firstChild[state + 1] - first;
        var at = count == 0 ? -1 : _token.AsSpan(first, count).BinarySearch(token);
        return at < 0 ? 0 : first + at;
    }
}
