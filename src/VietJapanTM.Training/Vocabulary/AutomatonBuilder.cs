using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>
/// Builds the minimal automaton of words that come in ordinal order.
/// Source: Daciuk, Mihov, Watson and Watson (2000), section 3, the algorithm for sorted data.
/// </summary>
internal sealed class AutomatonBuilder
{
    private readonly State _start = new();
    private readonly Dictionary<State, State> _register = new(new SameFuture());
    private readonly List<State> _path = [];
    private string _last = "";

    /// <summary>Makes an empty automaton.</summary>
    public AutomatonBuilder() => _path.Add(_start);

    /// <summary>Adds the next word.</summary>
    /// <exception cref="ArgumentException">The word does not follow the one before.</exception>
    public void Add(string word, SpellingClass kind)
    {
        if (string.CompareOrdinal(word, _last) <= 0)
        {
            throw new ArgumentException($"'{word}' does not follow '{_last}'.", nameof(word));
        }

        var shared = word.AsSpan().CommonPrefixLength(_last);
        Register(shared);
        for (var i = shared; i < word.Length; i++)
        {
            var state = new State();
            _path[i].Edges.Add((word[i], state));
            _path.Add(state);
        }

        _path[^1].Kind = kind;
        _last = word;
    }

    /// <summary>The file of all words added.</summary>
    /// <param name="states">How many states it has.</param>
    public byte[] Write(out int states)
    {
        Register(0);
        var order = new List<State>();
        Visit(_start, order, []);
        order.Reverse();
        var numbers = order.Select((state, number) => (state, number)).ToDictionary(s => s.state, s => s.number);
        var rows = new int[order.Count + 1];
        for (var i = 0; i < order.Count; i++)
        {
            rows[i + 1] = rows[i] + order[i].Edges.Count;
        }

        states = order.Count;
        return SpellingFile.Write(
            rows,
            [.. order.SelectMany(s => s.Edges).Select(e => e.Label)],
            [.. order.SelectMany(s => s.Edges).Select(e => numbers[e.Target])],
            [.. order.Select(s => s.Kind)]);
    }

    // Everything below the shared prefix is complete: each state is replaced by an equal one that is registered, or registered.
    private void Register(int shared)
    {
        for (var i = _path.Count - 1; i > shared; i--)
        {
            var edges = _path[i - 1].Edges;
            if (_register.TryGetValue(_path[i], out var equal))
            {
                edges[^1] = (edges[^1].Label, equal);
            }
            else
            {
                _register.Add(_path[i], _path[i]);
            }
        }

        _path.RemoveRange(shared + 1, _path.Count - shared - 1);
    }

    // Depth first, children last to first, so that the reversed order has every target after its source and the first child next.
    private static void Visit(State state, List<State> order, HashSet<State> visited)
    {
        if (!visited.Add(state))
        {
            return;
        }

        for (var i = state.Edges.Count - 1; i >= 0; i--)
        {
            Visit(state.Edges[i].Target, order, visited);
        }

        order.Add(state);
    }

    private sealed class State
    {
        public SpellingClass Kind { get; set; }

        public List<(char Label, State Target)> Edges { get; } = [];
    }

    private sealed class SameFuture : IEqualityComparer<State>
    {
        public bool Equals(State? x, State? y) => x!.Kind == y!.Kind && x.Edges.SequenceEqual(y.Edges);

        public int GetHashCode(State state)
        {
            var hash = new HashCode();
            hash.Add(state.Kind);
            foreach (var edge in state.Edges)
            {
                hash.Add(edge);
            }

            return hash.ToHashCode();
        }
    }
}
