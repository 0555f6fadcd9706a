namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// An Aho–Corasick automaton over token ids (A. V. Aho, M. J. Corasick: Efficient string matching, CACM 18(6), 1975) whose
/// patterns are laid in backwards. Run over a text from right to left it gives, for each place, every pattern that <em>begins</em>
/// there, the longest first. Immutable and thread-safe. State 0 is the root.
/// </summary>
/// <remarks>
/// States are numbered by depth and the children of one stand side by side, ordered by their tokens: an edge needs no more than
/// its token, and a state 20 bytes. Only the root, which has thousands of children, looks them up by token. Most edges that a text asks for
/// do not exist; a filter of a few bits an edge (B. H. Bloom: Space/time trade-offs in hash coding, CACM 13(7), 1970) says so of nearly
/// all of them without a look at the states, which lie far apart.
/// </remarks>
internal sealed class TokenAutomaton
{
    private readonly int[] _rootChild;
    private readonly int[] _token;
    private readonly State[] _states;
    private readonly int[] _firstOfDepth;
    private readonly int _firstDeep;
    private readonly EdgeFilter _edges;

    /// <summary>Links the states of a trie.</summary>
    /// <param name="trie">The states, and the token that leads to each.</param>
    /// <param name="patterns">For each pattern of the trie the number by which <see cref="FirstPattern"/> shall name it.</param>
    /// <param name="tokens">How many tokens there are.</param>
    public TokenAutomaton(TokenTrie trie, int[] patterns, int tokens)
    {
        _token = [.. trie.Tokens];
        _firstOfDepth = [.. trie.FirstOfDepth];
        _firstDeep = _firstOfDepth.Length > 2 ? _firstOfDepth[2] : _token.Length;
        _edges = new EdgeFilter(_token.Length);
        _states = new State[_token.Length + 1];
        for (var state = 0; state < _states.Length; state++)
        {
            _states[state].FirstChild = trie.FirstChild[state];
            _states[state].FirstPattern = state < _token.Length && trie.FirstPattern[state] >= 0 ? patterns[trie.FirstPattern[state]] : -1;
        }

        _rootChild = new int[tokens];
        for (var child = _states[0].FirstChild; child < _states[1].FirstChild; child++)
        {
            _rootChild[_token[child]] = child;
        }

        Link();
    }

    /// <summary>
    /// Runs from the last word to the first and writes the state at each. Returns the number of edges looked up: at most two a
    /// token, because each failure undoes an earlier success.
    /// </summary>
    public int Scan(ReadOnlySpan<KnownWord> words, Span<int> states)
    {
        var lookups = 0;
        var state = 0;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            state = words[i].Class < 0 ? 0 : Step(state, words[i].Class, ref lookups);
            states[i] = state;
        }

        return lookups;
    }

    /// <summary>The state of the longest pattern that begins where <paramref name="state"/> was reached, or 0.</summary>
    public int LongestOutput(int state) => _states[state].FirstPattern >= 0 ? state : _states[state].NextOutput;

    /// <summary>The next shorter one, or 0.</summary>
    public int ShorterOutput(int state) => _states[state].NextOutput;

    /// <summary>The first pattern that ends in <paramref name="state"/>, or -1.</summary>
    public int FirstPattern(int state) => _states[state].FirstPattern;

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
            ref var here = ref _states[state];
            here.NextOutput = LongestOutput(here.Failure);
            for (var child = here.FirstChild; child < _states[state + 1].FirstChild; child++)
            {
                _edges.Add(state, _token[child]);
                var lookups = 0;
                _states[child].Failure = Step(here.Failure, _token[child], ref lookups);
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

            if (_edges.MayHold(state, token) && Child(state, token) is var next and not 0)
            {
                return next;
            }

            // What fails after one token fails to the root.
            state = state < _firstDeep ? 0 : _states[state].Failure;
        }
    }

    private int Child(int state, int token)
    {
        // Frequent words are the first that a glossary numbers, so they stand in front: gallop there before halving.
        var first = _states[state].FirstChild;
        var end = _states[state + 1].FirstChild;
        var step = 1;
        while (first + step < end && _token[first + step] <= token)
        {
            first += step;
            step *= 2;
        }

        var at = _token.AsSpan(first, Math.Min(step, end - first)).BinarySearch(token);
        return at < 0 ? 0 : first + at;
    }

    // What is read together lies together.
    private struct State
    {
        public int FirstChild;
        public int Failure;
        public int NextOutput;
        public int FirstPattern;
    }
}
