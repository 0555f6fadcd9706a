namespace VietJapanTM.Terminology.Recognition;

/// <summary>How well a pattern fits its place in a text, the best first.</summary>
internal enum Fit
{
    /// <summary>Letter by letter.</summary>
    AsWritten,

    /// <summary>In another case that the term allows.</summary>
    OtherCase,

    /// <summary>In a form that the language's rules derive.</summary>
    Inflected,

    /// <summary>In a case or spelling that the term does not allow.</summary>
    Drift,
}
