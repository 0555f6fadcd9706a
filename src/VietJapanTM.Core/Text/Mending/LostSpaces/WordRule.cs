namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Words run together within a letter run, where no capital betrays the place: <c>laactividad</c>. The gain is the best cut's
/// probability over that of the run as one word, less what speaks for a name or a compound. Not thread-safe.
/// </summary>
internal sealed class WordRule(TokenContext context)
{
    // No cut can gain enough against a word that is more frequent than this.
    private const double SurelyWhole = -4;

    // A name is made of words by chance, so that doubtful cuts of it are not taken up even where losses are frequent.
    private const double LeastOfCapital = -2;

    private const double KnownPenalty = -1.5;
    private const double MostByNeighbours = 1.3;
    private const double JoinedPenalty = -1.5;
    private const double SentenceStartPenalty = -0.7;
    private const double NamePenalty = -3;

    // An article has no capital within a sentence: "Delcampo" is a surname, and of a title each word would have its own. A syllable is half a name anyway.
    private const double SurnamePenalty = -8;
    private const double NameThenFunctionWordPenalty = -0.5;
    private const double WordThenFunctionWordPenalty = -1;
    private const double RepeatedPenalty = -2.5;
    private const double RepeatedButClearPenalty = -1;
    private const double Clear = 5;

    private const double DerivedShare = 0.01;
    private const int LongestPrefix = 8;
    private const int LeastStem = 4;

    private readonly LetterBuffer _word = new();
    private readonly LetterBuffer _neighbour = new();
    private readonly WordSplitter _splitter = new(context);

    /// <summary>Proposes the cuts of one letter run of the token.</summary>
    public void Propose(LetterRun run)
    {
        var form = run.Of(context.Text);
        if (run.Length < 3 || !_word.TrySet(form))
        {
            return;
        }

        var word = _word.Letters;
        var known = context.Model.Find(word);
        if (known.LogP > SurelyWhole)
        {
            return;
        }

        var previous = Before(run);
        var next = After(run, out var nextLetters);
        var gain = double.NegativeInfinity;
        if (_splitter.TrySplit(word, previous, next, nextLetters, out var score) && MayGain(score, known))
        {
            gain = score - Keep(word, known, previous, next, char.IsUpper(form[0])) + Guards(run, form, word, known, score);
        }

        if (!known.IsKnown && !IsJoined() && DocumentNameRule.Find(context, form, word, _word) is { } name && name.Gain > gain)
        {
            context.Candidates.Add(name with { Offset = run.Start + name.Offset });
            return;
        }

        if (gain < (char.IsUpper(form[0]) ? LeastOfCapital : context.Rules.LeastGain))
        {
            return;
        }

        foreach (var cut in _splitter.Cuts)
        {
            context.Candidates.Add(new SpaceCandidate(run.Start + _word.OffsetOf(cut), gain, MendKind.LostSpace));
        }
    }

    // A bound that spares the sum over all vocabularies: neighbours make a known word less probable by this much at most.
    private static bool MayGain(double score, KnownWord known) =>
        !known.IsKnown || score - known.LogP + MostByNeighbours + KnownPenalty >= Adaptation.LeastGain;

    private double Keep(ReadOnlySpan<char> word, KnownWord known, KnownWord previous, KnownWord next, bool capitalised)
    {
        var whole = Math.Log10(Math.Pow(10, context.Model.Whole(word, known, capitalised)) + Derived(word));
        if (!known.IsKnown)
        {
            return whole;
        }

        return context.Model.Conditional(previous, known, whole)
            + (next.IsKnown ? context.Model.Conditional(known, next, next.LogP) - next.LogP : 0);
    }

    // A prefix before a known word makes a word that no list has: "semidesintegración".
    private double Derived(ReadOnlySpan<char> word)
    {
        for (var length = LongestPrefix; length > 2; length--)
        {
            if (word.Length >= length + LeastStem && context.Rules.Prefixes.Contains(word[..length])
                && context.Model.Find(word[length..]) is { IsKnown: true } stem)
            {
                return DerivedShare * Math.Pow(10, stem.LogP);
            }
        }

        return DerivedShare * Math.Max(WithoutClitic(word, 2), WithoutClitic(word, 3));
    }

    // A verb that has taken on a pronoun: "provocarles".
    private double WithoutClitic(ReadOnlySpan<char> word, int length) =>
        word.Length >= length + LeastStem && context.Rules.Clitics.Contains(word[^length..])
        && BoundaryGuard.TakesClitics(context.Rules, word[..^length]) && context.Model.Find(word[..^length]) is { IsKnown: true } verb
            ? Math.Pow(10, verb.LogP)
            : 0;

    private double Guards(LetterRun run, ReadOnlySpan<char> form, ReadOnlySpan<char> word, KnownWord known, double score)
    {
        var gain = known.IsKnown ? KnownPenalty : 0;
        if (char.IsUpper(form[0]))
        {
            gain += IsSentenceStart(run) ? SentenceStartPenalty : Name(form, word);
        }

        if (IsJoined())
        {
            gain += JoinedPenalty;
        }

        if (context.Document.Unknown(word) >= 2 && !AllFunctionWords(word))
        {
            gain += score - context.Model.Whole(word, known, false) > Clear ? RepeatedButClearPenalty : RepeatedPenalty;
        }

        return gain;
    }

    // A capital within a sentence is a name's; a name loses the space after it to a function word at most.
    private double Name(ReadOnlySpan<char> form, ReadOnlySpan<char> word)
    {
        var cut = _splitter.Cuts[0];
        var first = word[..cut];
        var second = word[cut..];
        var known = context.Model.Find(first);
        if (cut == 1 && context.CapitalRatio(known) > 0.9 && context.IsFunctionWord(first))
        {
            return 0;
        }

        if (cut > 1 && !context.Rules.WritesSyllables && context.IsFunctionWord(first))
        {
            return SurnamePenalty;
        }

        if (_splitter.Cuts.Count > 1 || cut <= 3 || !context.IsFunctionWord(second) || context.Rules.NameEndings.Contains(second))
        {
            return NamePenalty;
        }

        var isName = context.Document.Capitalised(form[.._word.OffsetOf(cut)]) > 0
            || context.CapitalRatio(known) > 0.5;
        return isName ? NameThenFunctionWordPenalty
            : second.Length > 1 && known.LogP > -5 ? WordThenFunctionWordPenalty : NamePenalty;
    }

    private bool AllFunctionWords(ReadOnlySpan<char> word)
    {
        var start = 0;
        for (var i = 0; i <= _splitter.Cuts.Count; i++)
        {
            var end = i < _splitter.Cuts.Count ? _splitter.Cuts[i] : word.Length;
            if (!context.IsFunctionWord(word[start..end]))
            {
                return false;
            }

            start = end;
        }

        return true;
    }

    private bool IsJoined() => context.Token.Of(context.Text).Trim("-'’").ContainsAny("-'’");

    private bool IsSentenceStart(LetterRun run)
    {
        if (run.Start > context.Token.Start)
        {
            return true;
        }

        var at = run.Start - 1;
        while (at >= 0 && char.IsWhiteSpace(context.Text[at]))
        {
            if (context.Text[at] == '\n')
            {
                return true;
            }

            at--;
        }

        return at < 0 || ".!?:…»”\")".Contains(context.Text[at], StringComparison.Ordinal);
    }

    // Neighbours count where nothing but one space stands between.
    private KnownWord Before(LetterRun run)
    {
        var text = context.Text;
        var end = run.Start - 1;
        if (run.Start != context.Token.Start || end < 1 || text[end] != ' ')
        {
            return KnownWord.None;
        }

        var start = end;
        while (start > 0 && end - start <= LetterBuffer.MaxLength && (char.IsLetter(text[start - 1]) || LetterBuffer.IsMark(text[start - 1])))
        {
            start--;
        }

        return start < end && _neighbour.TrySet(text.AsSpan(start, end - start)) ? context.Model.Find(_neighbour.Letters) : KnownWord.None;
    }

    private KnownWord After(LetterRun run, out ReadOnlySpan<char> letters)
    {
        letters = default;
        var text = context.Text;
        var start = run.End + 1;
        if (run.End != context.Token.End || start >= text.Length || text[run.End] != ' ')
        {
            return KnownWord.None;
        }

        var end = start;
        while (end < text.Length && end - start <= LetterBuffer.MaxLength && (char.IsLetter(text[end]) || LetterBuffer.IsMark(text[end])))
        {
            end++;
        }

        if (end == start || !_neighbour.TrySet(text.AsSpan(start, end - start)))
        {
            return KnownWord.None;
        }

        letters = _neighbour.Letters;
        return context.Model.Find(letters);
    }
}
