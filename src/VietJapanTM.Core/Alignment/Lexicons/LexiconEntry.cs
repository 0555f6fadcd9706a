namespace VietJapanTM.Alignment.Lexicons;

/// <summary>What a lexicon knows of a word beside its translations.</summary>
/// <param name="Word">The word, lower case, NFC.</param>
/// <param name="Frequency">Share of all tokens of its language in the training data.</param>
/// <param name="NullProbability">p(word | no word): how readily it appears without a counterpart.</param>
public readonly record struct LexiconEntry(string Word, float Frequency, float NullProbability);

/// <summary>One translation of a word of the first language.</summary>
/// <param name="Second">Identifier of the word in the second language.</param>
/// <param name="Forward">p(second | first).</param>
/// <param name="Backward">p(first | second).</param>
public readonly record struct Translation(int Second, float Forward, float Backward)
{
    /// <summary>Both probabilities as the file has them.</summary>
    internal byte Code { get; init; }
}
