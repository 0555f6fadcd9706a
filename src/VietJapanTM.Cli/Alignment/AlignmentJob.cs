using VietJapanTM.Alignment;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Model;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Cli.Alignment;

/// <summary>How a set of texts is to be aligned. Thread-safe.</summary>
/// <param name="Languages">Two to four languages, in the order of the texts.</param>
/// <param name="Segmented">The texts hold one segment a line already.</param>
/// <param name="Preparation">How texts that are not segmented are prepared.</param>
/// <param name="Encodings">The encodings of texts that are not UTF-8.</param>
/// <param name="Evidence">Known terms, or null.</param>
internal sealed record AlignmentJob(IReadOnlyList<LanguageTag> Languages, bool Segmented, Preparation Preparation, NamedEncodings Encodings, AlignmentEvidence? Evidence)
{
    private readonly MultilingualAligner _aligner = new();

    /// <summary>Reads the files: what holds one segment a line as it is, of a page the running text.</summary>
    /// <param name="paths">A file for each language.</param>
    /// <param name="context">Standard input.</param>
    /// <param name="warn">Is told what of a page is not read.</param>
    /// <returns>The name and the content of each.</returns>
    /// <exception cref="Errors.DomainException">As <see cref="TextInput"/>.</exception>
    public IReadOnlyList<(string File, string Content)> Read(IReadOnlyList<string> paths, CommandContext context, Action<string> warn) =>
        [.. paths.Select((path, i) => (path, Encodings.Read(
            Languages[i], encoding => Segmented ? TextInput.Read(path, context, encoding) : TextInput.ReadArticle(path, context, warn, encoding))))];

    /// <summary>Aligns texts.</summary>
    /// <param name="texts">A file's name and its content for each language.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public AlignedTexts Run(IReadOnlyList<(string File, string Content)> texts, CancellationToken cancellationToken)
    {
        var prepared = texts.Select((text, i) => Prepare(Languages[i], text.File, text.Content).ToDocumentText()).ToList();
        return new AlignedTexts(prepared, _aligner.Align([.. prepared.Select(AlignmentSide.Of)], Evidence, cancellationToken));
    }

    private PreparedText Prepare(LanguageTag language, string file, string content) => Segmented
        ? SegmentedInput.FromLines(language, content, file)
        : SegmentedInput.Segment(language, content, file, Preparation);
}
