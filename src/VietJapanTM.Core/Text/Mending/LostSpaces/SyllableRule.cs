using System.Buffers;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Syllables run together in a language that writes each by itself and whose spelling list has all of them: capitalised ones
/// (<c>TriềuTiên</c>, <c>HồChíMinh</c>), and one with a mark that only this language has behind a foreign name (<c>Livingstonmới</c>).
/// </summary>
internal static class SyllableRule
{
    private const double NamesGain = 1.8;
    private const double BehindNameGain = 1.8;
    private const double BehindUnknownGain = 0;
    private const double LeastBehindName = -5.2;
    private const int LeastName = 3;

    // Letters that other languages of Latin script have too: "Nestlé" ends in no syllable of Vietnamese.
    private static readonly SearchValues<char> SharedLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzáàâäãéèêëíìîïóòôöõúùûüýÿñç");

    /// <summary>Proposes the cuts of a letter run; false where it is left to the other rules.</summary>
    public static bool Propose(TokenContext context, LetterRun run, LetterBuffer buffer)
    {
        if (!context.Rules.WritesSyllables || !buffer.TrySet(run.Of(context.Text)) || !HasOwnLetter(buffer.Letters))
        {
            return false;
        }

        return ProposeNames(context, run, buffer) || ProposeBehindName(context, run, buffer);
    }

    private static bool ProposeNames(TokenContext context, LetterRun run, LetterBuffer buffer)
    {
        var form = run.Of(context.Text);
        var found = context.Candidates.Count;
        var start = 0;
        for (var end = 1; end <= buffer.Length; end++)
        {
            if (end < buffer.Length && !char.IsUpper(form[buffer.OffsetOf(end)]))
            {
                continue;
            }

            if (!char.IsUpper(form[buffer.OffsetOf(start)]) || !IsSyllable(context, buffer.Letters[start..end]))
            {
                context.Candidates.RemoveRange(found, context.Candidates.Count - found);
                return false;
            }

            if (end < buffer.Length)
            {
                context.Candidates.Add(new SpaceCandidate(run.Start + buffer.OffsetOf(end), NamesGain, MendKind.LostSpace));
            }

            start = end;
        }

        return context.Candidates.Count > found;
    }

    private static bool ProposeBehindName(TokenContext context, LetterRun run, LetterBuffer buffer)
    {
        var word = buffer.Letters;
        var longest = 0;
        for (var cut = word.Length - 2; cut > 0; cut--)
        {
            if (IsSyllable(context, word[cut..]))
            {
                if (IsSyllable(context, word[..cut]))
                {
                    return false;
                }

                longest = cut;
            }
        }

        if (longest < LeastName || !HasOwnLetter(word[longest..]) || word[..longest].ContainsAnyExceptInRange('a', 'z')
            || context.Model.Find(word[longest..]).LogP < LeastBehindName)
        {
            return false;
        }

        var known = char.IsUpper(context.Text[run.Start]) || context.Model.IsListed(word[..longest]);
        context.Candidates.Add(new SpaceCandidate(run.Start + buffer.OffsetOf(longest), known ? BehindNameGain : BehindUnknownGain, MendKind.LostSpace));
        return true;
    }

    private static bool IsSyllable(TokenContext context, ReadOnlySpan<char> word) =>
        context.Model.Vocabulary.Spelling(word) != SpellingClass.None;

    private static bool HasOwnLetter(ReadOnlySpan<char> word) => word.ContainsAnyExcept(SharedLetters);
}
