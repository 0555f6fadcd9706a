using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Cli.Input;

/// <summary>Mends and segments a text from a file. What is no text of sentences is refused with its place.</summary>
internal static class SegmentedInput
{
    /// <summary>Prepares a text.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="content">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="preparation">What to mend, and the rules.</param>
    /// <exception cref="DomainException">LanguageUnsupported; TextTooLong, with the file and the line.</exception>
    public static PreparedText Segment(LanguageTag language, string content, string file, Preparation preparation) =>
        SegmentLimit.Require(TextPreparation.Prepare(language, content, preparation.Mend, preparation.Rules), file);

    /// <summary>Takes a text that holds one segment a line already.</summary>
    /// <exception cref="DomainException">TextTooLong, with the file and the line.</exception>
    public static PreparedText FromLines(LanguageTag language, string content, string file) =>
        SegmentLimit.Require(TextPreparation.FromLines(language, content), file);
}
