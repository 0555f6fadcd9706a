namespace VietJapanTM.Alignment.Tokens;

/// <summary>How a part of a text ends that holds one sentence or a piece of one.</summary>
internal enum SentenceEnding : byte
{
    /// <summary>With a full stop or another mark of an end, or without a mark, as a heading does.</summary>
    Stop,

    /// <summary>With a colon: some writers end a sentence with it, some go on.</summary>
    Colon,

    /// <summary>With a semicolon, so that what follows is the other half of the sentence.</summary>
    Semicolon,

    /// <summary>In the middle of a sentence: with a comma, a dash, or a bracket that is not closed yet.</summary>
    Break,

    /// <summary>It is empty.</summary>
    None,
}
