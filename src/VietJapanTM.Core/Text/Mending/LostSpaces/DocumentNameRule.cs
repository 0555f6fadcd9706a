namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// A function word run together with a name or a word that no list has, but which the same text has elsewhere by itself:
/// <c>Phalay</c> beside <c>Phala</c>, <c>delcosmovitral</c> beside <c>cosmovitral</c>.
/// </summary>
internal static class DocumentNameRule
{
    private const double NameFirstGain = 1.8;
    private const double WordLastGain = 1.2;
    private const int LeastName = 3;
    private const int LeastWord = 4;

    /// <summary>The best such cut of an unknown run, its offset within the run; null where there is none.</summary>
    /// <param name="context">The document and the rules.</param>
    /// <param name="form">The run as it is written.</param>
    /// <param name="word">The run in lower case and composed.</param>
    /// <param name="letters">The way from <paramref name="word"/> back to <paramref name="form"/>.</param>
    public static SpaceCandidate? Find(TokenContext context, ReadOnlySpan<char> form, ReadOnlySpan<char> word, LetterBuffer letters)
    {
        for (var cut = 2; cut < word.Length; cut++)
        {
            var first = word[..cut];
            var second = word[cut..];
            var offset = letters.OffsetOf(cut);
            if (char.IsUpper(form[0]) && cut >= LeastName && (second.Length > 1 || second is "y")
                && context.Rules.FunctionWords.Contains(second) && !context.Rules.NameEndings.Contains(second)
                && context.Document.Capitalised(form[..offset]) > 0)
            {
                return new SpaceCandidate(offset, NameFirstGain, MendKind.LostSpace);
            }

            if (second.Length >= LeastWord && context.Rules.FunctionWords.Contains(first)
                && !context.Rules.Prefixes.Contains(first) && !context.Rules.PrepositionPrefixes.Contains(first)
                && context.Document.Unknown(second) >= 2)
            {
                return new SpaceCandidate(offset, WordLastGain, MendKind.LostSpace);
            }
        }

        return null;
    }
}
