namespace VietJapanTM.Terminology.Extraction;

/// <summary>
/// The phrases of texts that occur often enough: n-grams that begin and end with a content word and cross no punctuation. Counted in two passes, so that
/// the many rare ones cost a counter each and no more.
/// </summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly Dictionary<ulong, Phrase> _phrases = [];
    private readonly TokenizedTexts _texts;
    private readonly ExtractionOptions _options;

    /// <summary>Counts the phrases of texts.</summary>
    public PhraseTable(TokenizedTexts texts, ExtractionOptions options)
    {
        _texts = texts;
        _options = options;
        ForEach((hash, _, _, _) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, hash, out _)++);
        ForEach(Collect);
        foreach (var phrase in _phrases.Values)
        {
            CountNested(phrase);
        }
    }

    /// <summary>The phrases, in no order.</summary>
    public IEnumerable<Phrase> Phrases => _phrases.Values;

    private void Collect(ulong hash, int unit, int start, int length)
    {
        if (_counts[hash] < _options.LeastCount)
        {
            return;
        }

        var tokens = _texts.Tokens[unit];
        if (!_phrases.TryGetValue(hash, out var phrase))
        {
            _phrases[hash] = phrase = new Phrase([.. tokens.AsSpan(start, length).ToArray().Select(t => t.Key)]);
        }

        var end = start + length;
        phrase.Add(
            unit,
            _texts.Texts[unit].AsSpan(tokens[start].Start, tokens[end - 1].End - tokens[start].Start),
            start == 0 ? CandidateToken.Break : tokens[start - 1].Key,
            end == tokens.Length ? CandidateToken.Break : tokens[end].Key);
    }

    /// <summary>Visits every n-gram whose words are all common enough.</summary>
    private void ForEach(Action<ulong, int, int, int> visit)
    {
        for (var unit = 0; unit < _texts.Tokens.Count; unit++)
        {
            var tokens = _texts.Tokens[unit];
            for (var start = 0; start < tokens.Length; start++)
            {
                var hash = Fnv.Start;
                for (var length = 1; tokens[start].IsEdge && length <= _options.MostWords && start + length <= tokens.Length; length++)
                {
                    var token = tokens[start + length - 1];
                    if (token.Key < 0 || _texts.CountOf(token.Key) < _options.LeastCount)
                    {
                        break;
                    }

                    hash = Fnv.Add(hash, token.Key);
                    if (token.IsEdge)
                    {
                        visit(hash, unit, start, length);
                    }
                }
            }
        }
    }

    private void CountNested(Phrase phrase)
    {
        var inside = new HashSet<Phrase>();
        for (var start = 0; start < phrase.Keys.Length; start++)
        {
            var hash = Fnv.Start;
            for (var end = start; end < phrase.Keys.Length; end++)
            {
                hash = Fnv.Add(hash, phrase.Keys[end]);
                if (end - start + 1 < phrase.Keys.Length && _phrases.TryGetValue(hash, out var part) && inside.Add(part))
                {
                    part.Nests++;
                    part.NestedCount += phrase.Count;
                }
            }
        }
    }

    /// <summary>A 64-bit hash of a sequence; two of ten million sequences collide with a probability below 1e−5, which costs a wrong count.</summary>
    private static class Fnv
    {
        public const ulong Start = 14695981039346656037;

        public static ulong Add(ulong hash, int key) => ((hash ^ (uint)key) * 1099511628211) ^ (hash >> 47);
    }
}
