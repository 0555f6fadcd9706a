using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Concordances;

/// <summary>The words of a query, and where they stand in a text. This decides what a hit is; the index only says where to look. Thread-safe.</summary>
internal sealed class WordPattern
{
    private readonly List<PatternWord> _words;
    private readonly bool _isPhrase;

    /// <summary>Reads a query.</summary>
    /// <exception cref="DomainException">TextEmpty: there is no word in it.</exception>
    public WordPattern(WordCutter cutter, string text, bool isPhrase)
    {
        Cutter = cutter;
        _isPhrase = isPhrase;
        _words = Read(text);
        if (_words.Count == 0)
        {
            throw new DomainException(ErrorCode.TextEmpty, "The text holds no word and no number. Send one or more.", "text");
        }
    }

    /// <summary>Cuts the texts.</summary>
    public WordCutter Cutter { get; }

    /// <summary>Where the words stand, ascending; words that overlap are one span. Empty where one of them is not there.</summary>
    public ImmutableArray<TextSpan> Find(string text)
    {
        var atoms = Cutter.Atoms(text);
        var found = new List<(int Start, int End)>();
        if (_isPhrase)
        {
            FindPhrase(atoms, found);
        }
        else
        {
            foreach (var word in _words)
            {
                if (!FindWord(word, atoms, found))
                {
                    return [];
                }
            }
        }

        return Merge(text, found);
    }

    /// <summary>True where the asterisk that ends a beginning of a word stands at a place.</summary>
    public static bool IsAsterisk(string text, int at) => at < text.Length && text[at] is '*' or '＊';

    private List<PatternWord> Read(string text)
    {
        var words = new List<PatternWord>();
        foreach (var atom in Cutter.Atoms(text))
        {
            if (atom.IsJoined && words.Count > 0)
            {
                words[^1].Atoms.Add(atom.Fold);
            }
            else
            {
                words.Add(new PatternWord([atom.Fold], !Cutter.ByCharacters && IsAsterisk(text, atom.End)));
            }
        }

        return words;
    }

    private void FindPhrase(List<Atom> atoms, List<(int Start, int End)> found)
    {
        for (var i = 0; i < atoms.Count; i++)
        {
            var at = i;
            if (_words.TrueForAll(word => word.StandsAt(atoms, ref at)))
            {
                found.Add((atoms[i].Start, atoms[at - 1].End));
            }
        }
    }

    private static bool FindWord(PatternWord word, List<Atom> atoms, List<(int Start, int End)> found)
    {
        var before = found.Count;
        for (var i = 0; i < atoms.Count; i++)
        {
            var at = i;
            if (word.StandsAt(atoms, ref at))
            {
                found.Add((atoms[i].Start, atoms[at - 1].End));
            }
        }

        return found.Count > before;
    }

    private static ImmutableArray<TextSpan> Merge(string text, List<(int Start, int End)> found)
    {
        found.Sort();
        var spans = ImmutableArray.CreateBuilder<TextSpan>(found.Count);
        var counter = new CodePointCounter(text);
        for (var i = 0; i < found.Count;)
        {
            var (start, end) = found[i];
            for (i++; i < found.Count && found[i].Start < end; i++)
            {
                end = Math.Max(end, found[i].End);
            }

            spans.Add(counter.Span(start, end));
        }

        return spans.DrainToImmutable();
    }

    /// <summary>A word: one atom, or characters that stand together.</summary>
    private readonly record struct PatternWord(List<string> Atoms, bool IsBeginning)
    {
        /// <summary>True where it stands at a place, which then moves behind it.</summary>
        public bool StandsAt(List<Atom> atoms, ref int at)
        {
            if (at + Atoms.Count > atoms.Count)
            {
                return false;
            }

            for (var i = 0; i < Atoms.Count; i++)
            {
                var atom = atoms[at + i];
                if ((i > 0 && !atom.IsJoined)
                    || !(IsBeginning ? atom.Fold.StartsWith(Atoms[i], StringComparison.Ordinal) : atom.Fold == Atoms[i]))
                {
                    return false;
                }
            }

            at += Atoms.Count;
            return true;
        }
    }
}
