using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Finds the most probable way to cut a run of letters into words: a Viterbi search over the valid words within the run, whose
/// states are words, not places, because the model is of bigrams. Linear in the valid words of a run; runs are bounded.
/// Not thread-safe.
/// </summary>
internal sealed class WordSplitter(TokenContext context)
{
    /// <summary>log10 of how often a space is lost.</summary>
    public const double LostSpace = -3;

    private const int MaxParts = 256;
    private const int MaxWordLength = 32;

    // Short words that are no function words must be frequent: chance spells most of them.
    private const double LeastOfOneLetter = -3.3;
    private const double LeastOfTwo = -4;
    private const double LeastOfThree = -5.6;

    // A word that the spelling list lacks is a slip or a foreign word, unless it is frequent or a name.
    private const double LeastUnlisted = -4.0;

    private readonly Part[] _parts = new Part[MaxParts];
    private readonly List<int> _cuts = [];

    /// <summary>The cuts of the best path, ascending, in letters of the run.</summary>
    public IReadOnlyList<int> Cuts => _cuts;

    /// <summary>Searches; false where the run cannot be cut.</summary>
    /// <param name="word">The run, in lower case.</param>
    /// <param name="previous">The word before it, or none.</param>
    /// <param name="next">The word after it, or none.</param>
    /// <param name="nextLetters">The same in lower case, known or not; empty where there is none.</param>
    /// <param name="score">log10 of the probability of the best path and of its lost spaces.</param>
    public bool TrySplit(ReadOnlySpan<char> word, KnownWord previous, KnownWord next, ReadOnlySpan<char> nextLetters, out double score)
    {
        var count = 0;
        for (var start = 0; start < word.Length; start++)
        {
            if (start == 0 || AnyEndsAt(start, count))
            {
                count = AddPartsFrom(word, start, previous, count);
            }
        }

        var best = -1;
        score = double.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            if (_parts[i].End == word.Length)
            {
                var total = _parts[i].Score + BoundaryGuard.WeighConjunction(context.Rules, word[_parts[i].Start..], nextLetters)
                    + (next.IsKnown ? context.Model.Conditional(_parts[i].Word, next, next.LogP) - next.LogP : 0);
                if (total > score)
                {
                    (best, score) = (i, total);
                }
            }
        }

        _cuts.Clear();
        for (var i = best; i >= 0 && _parts[i].Start > 0; i = _parts[i].Before)
        {
            _cuts.Insert(0, _parts[i].Start);
        }

        return best >= 0;
    }

    /// <summary>Whether a word may be a part of a cut.</summary>
    public static bool IsPart(TokenContext context, ReadOnlySpan<char> word, KnownWord known)
    {
        if (!known.IsKnown || word.Length == 1)
        {
            return known.LogP >= LeastOfOneLetter || (known.IsKnown && context.Rules.FunctionWords.Contains(word));
        }

        return context.IsFunctionWord(word, known)
            || (known.LogP >= (word.Length == 2 ? LeastOfTwo : word.Length == 3 ? LeastOfThree : double.MinValue)
                && (known.LogP >= LeastUnlisted || known.Id < 0 || context.CapitalRatio(known) > 0.5
                    || context.Model.Vocabulary.Spelling(word) != SpellingClass.None));
    }

    private bool AnyEndsAt(int end, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_parts[i].End == end)
            {
                return true;
            }
        }

        return false;
    }

    private int AddPartsFrom(ReadOnlySpan<char> word, int start, KnownWord previous, int count)
    {
        var ended = count;
        var last = Math.Min(word.Length, start + MaxWordLength);
        var walk = context.Model.Vocabulary.Walk();
        for (var end = start + 1; end <= last && count < MaxParts; end++)
        {
            walk.Step(word[end - 1]);
            var known = context.Model.Find(walk, word[start..end]);
            if ((start == 0 && end == word.Length) || !IsPart(context, word[start..end], known))
            {
                continue;
            }

            var part = new Part(start, end, known, double.NegativeInfinity, -1);
            if (start == 0)
            {
                part = part with { Score = context.Model.Conditional(previous, known, known.LogP) };
            }
            else
            {
                for (var i = 0; i < ended; i++)
                {
                    if (_parts[i].End == start && Join(word, _parts[i], part) is var score && score > part.Score)
                    {
                        part = part with { Score = score, Before = i };
                    }
                }
            }

            if (part.Score > double.NegativeInfinity)
            {
                _parts[count++] = part;
            }
        }

        return count;
    }

    private double Join(ReadOnlySpan<char> word, in Part first, in Part second) =>
        first.Score + LostSpace
        + context.Model.Conditional(first.Word, second.Word, second.Word.LogP)
        + BoundaryGuard.WeighConjunction(context.Rules, word[first.Start..first.End], word[second.Start..second.End])
        + BoundaryGuard.Weigh(context, word[first.Start..first.End], first.Word, word[second.Start..second.End], second.Word);

    private readonly record struct Part(int Start, int End, KnownWord Word, double Score, int Before);
}
