using VietJapanTM.Text.Mending.LostSpaces;

namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>
/// Words that a hyphen split at the end of a line: <c>comuni-⏎cación</c>. Where the two halves make a known word, hyphen and break go;
/// where both are words by themselves, only the break does, for the hyphen is the compound's own (<c>franco-⏎alemán</c>). What the same
/// text has elsewhere in one piece decides first.
/// </summary>
internal sealed class HyphenRule(LanguageModel model, MendingRules rules)
{
    // How many characters before and after are searched for the word in one piece: a bound, so that a long text costs no more a word.
    private const int Around = 50_000;

    private const double MostGain = 10;
    private const double KeptHyphenConfidence = 0.9;
    private const double RepeatedConfidence = 0.95;

    private const double LeastWithinLine = -6.5;

    private readonly LetterBuffer _buffer = new();

    /// <summary>The changes, in order.</summary>
    public List<Replacement> Find(string text)
    {
        var edits = new List<Replacement>();
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny('-', '\u2010', '\u00AD');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (TryFindHalves(text, at, out var left, out var right) && Decide(text, at, left, right) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return edits;
    }

    // One line break, not a paragraph's end, or a viewer's one blank in place of it, and a small letter after it.
    private static bool TryFindHalves(string text, int hyphen, out LetterRun left, out LetterRun right)
    {
        left = right = default;
        var start = hyphen;
        while (start > 0 && IsLetter(text[start - 1]))
        {
            start--;
        }

        var after = hyphen + 1;
        var breaks = 0;
        for (; after < text.Length && char.IsWhiteSpace(text[after]); after++)
        {
            breaks += text[after] == '\n' ? 1 : 0;
        }

        var end = after;
        while (end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        left = new LetterRun(start, hyphen);
        right = new LetterRun(after, end);
        return (breaks == 1 || (breaks == 0 && after == hyphen + 2)) && left.Length > 0 && right.Length > 0 && char.IsLower(text[after])
            && !char.IsWhiteSpace(text[hyphen - 1]) && text[hyphen + 1] is ' ' or '\r' or '\n';
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || LetterBuffer.IsMark(c);

    private Replacement? Decide(string text, int hyphen, LetterRun left, LetterRun right)
    {
        if (text[hyphen] != '\u00AD' && text[hyphen + 1] == ' ' && right.Start == hyphen + 2)
        {
            return WithinLine(text, hyphen, left, right);
        }

        var from = Math.Max(0, hyphen - Around);
        var around = text.AsSpan(from, Math.Min(text.Length - from, 2 * Around));
        var joined = string.Concat(left.Of(text), right.Of(text));
        var compound = $"{left.Of(text)}-{right.Of(text)}";
        if (text[hyphen] == '\u00AD' || around.Contains(joined, StringComparison.Ordinal))
        {
            return Joined(RepeatedConfidence);
        }

        if (around.Contains(compound, StringComparison.Ordinal))
        {
            return HyphenKept(RepeatedConfidence);
        }

        var (first, second, whole) = (Known(left.Of(text)), Known(right.Of(text)), Known(joined));
        var kept = first.LogP + model.Conditional(first, second, second.LogP) + rules.CompoundShare;
        if (whole.IsKnown && whole.LogP >= kept)
        {
            // The same logistic curve as for lost spaces: gains are log10 of odds in both.
            var candidate = new SpaceCandidate(hyphen, Math.Min(whole.LogP - kept, MostGain), MendKind.HyphenatedWord);
            return Joined(Calibration.Confidence(candidate, adapted: false));
        }

        return first.IsKnown && second.IsKnown ? HyphenKept(KeptHyphenConfidence) : null;

        Replacement Joined(double confidence) => new(hyphen, right.Start, "", MendKind.HyphenatedWord, confidence);

        Replacement HyphenKept(double confidence) => new(hyphen + 1, right.Start, "", MendKind.HyphenatedWord, confidence);
    }

    // Within a line a hyphen before a blank is mostly meant: "two- or three-day", "pre- and post-war". None is where a half is no word and the whole is a common one.
    private Replacement? WithinLine(string text, int hyphen, LetterRun left, LetterRun right)
    {
        var whole = Known(string.Concat(left.Of(text), right.Of(text)));
        return left.Length > 1 && right.Length > 1 && whole.LogP > LeastWithinLine && !rules.Prefixes.Contains(left.Of(text))
            && !(Known(left.Of(text)).IsKnown && Known(right.Of(text)).IsKnown)
            ? new Replacement(hyphen, right.Start, "", MendKind.HyphenatedWord, KeptHyphenConfidence)
            : null;
    }

    private KnownWord Known(ReadOnlySpan<char> word) => _buffer.TrySet(word) ? model.Find(_buffer.Letters) : KnownWord.None;
}
