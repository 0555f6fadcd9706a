using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>The words of a lexicon that stand for a word which it does not hold.</summary>
/// <param name="Words">Their identifiers, one or more.</param>
/// <param name="Share">What is left of their translations.</param>
internal sealed record StandIns(int[] Words, float Share)
{
    private const float Part = 0.5f;
    private const float Inflection = 0.8f;

    /// <summary>The halves of a compound, or else the inflections; null where there are none.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="side">The language.</param>
    /// <param name="word">Lower case, NFC.</param>
    public static StandIns? Find(Lexicon lexicon, LexiconSide side, string word)
    {
        if (CompoundWords.Find(lexicon, side, word) is { Length: > 0 } parts)
        {
            return new StandIns(parts, Part);
        }

        return lexicon.FindAlike(side, word) is { Length: > 0 } alike ? new StandIns(alike, Inflection) : null;
    }
}
