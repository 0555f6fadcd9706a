using System.Collections.Frozen;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// Parts compounds of which a lexicon knows both halves (<c>Gipfelsturm</c>, <c>Gipfel</c> and <c>Sturm</c>), in the languages that write compounds
/// as one word. Of all splits the most even one counts, because short halves are found everywhere.
/// </summary>
internal static class CompoundWords
{
    private const int LeastLength = 8;
    private const int LeastPart = 4;

    /// <summary>Letters that join two words, or that the first has lost: <c>Höhenzahl</c> of <c>Höhe</c>, <c>Gebirgswall</c> of <c>Gebirge</c>.</summary>
    private const int LongestJoint = 2;
    private const string LostEnding = "e";
    private const int EvenLetter = 10;
    private const int WholeWord = 5;

    private static readonly FrozenSet<string> Languages =
        FrozenSet.Create(StringComparer.Ordinal, "af", "da", "de", "et", "fi", "fy", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv");

    /// <summary>The identifiers of the words that a word is made of; none where it is no compound, or its language has none.</summary>
    /// <param name="lexicon">Where the words are looked up.</param>
    /// <param name="side">Its language.</param>
    /// <param name="word">Lower case, NFC.</param>
    public static int[] Find(Lexicon lexicon, LexiconSide side, string word)
    {
        int[] best = [];
        if (word.Length < LeastLength || !Languages.Contains(side == LexiconSide.First ? lexicon.FirstLanguage : lexicon.SecondLanguage))
        {
            return best;
        }

        var most = 0;
        for (var cut = LeastPart; cut <= word.Length - LeastPart; cut++)
        {
            var even = EvenLetter * Math.Min(cut, word.Length - cut);
            if (even + (2 * WholeWord) > most
                && First(lexicon, side, word.AsSpan(0, cut)) is { } first && Last(lexicon, side, word.AsSpan(cut)) is { Ids.Length: > 0 } last)
            {
                var worth = even + first.Worth + last.Worth;
                (best, most) = worth > most ? ([first.Id, .. last.Ids], worth) : (best, most);
            }
        }

        return best;
    }

    private static (int Id, int Worth)? First(Lexicon lexicon, LexiconSide side, ReadOnlySpan<char> part)
    {
        for (var joint = 0; joint <= LongestJoint && part.Length - joint >= LeastPart; joint++)
        {
            var word = part[..^joint];
            if (lexicon.Find(side, word) is >= 0 and var id)
            {
                return (id, joint == 0 ? WholeWord : 0);
            }

            if (lexicon.Find(side, $"{word}{LostEnding}") is >= 0 and var longer)
            {
                return (longer, 0);
            }
        }

        return null;
    }

    private static (int[] Ids, int Worth) Last(Lexicon lexicon, LexiconSide side, ReadOnlySpan<char> part) =>
        lexicon.Find(side, part) is >= 0 and var id ? ([id], WholeWord) : (lexicon.FindAlike(side, part), 0);
}
