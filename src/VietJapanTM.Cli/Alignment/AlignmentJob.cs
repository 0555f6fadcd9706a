using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Cli.Alignment;

/// <summary>How a set of texts is to be aligned. Thread-safe.</summary>
/// <param name="Languages">Two to four languages, in the order of the texts.</param>
/// <param name="Segmented">The texts hold one segment a line already.</param>
/// <param name="Mend">Restore lost spaces first?</param>
/// <param name="Evidence">Known terms, or null.</param>
internal sealed record AlignmentJob(IReadOnlyList<LanguageTag> Languages, bool Segmented, bool Mend, AlignmentEvidence? Evidence)
{
    private readonly MultilingualAligner _aligner = new();

    public AlignedTexts Run(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var prepared = texts
            .Select((text, i) => Segmented ? TextPreparation.FromLines(Languages[i], text) : TextPreparation.Prepare(Languages[i], text, Mend))
            .Select(text => text.ToDocumentText())
            .ToList();
        return new AlignedTexts(prepared, _aligner.Align([.. prepared.Select(AlignmentSide.Of)], Evidence, cancellationToken));
    }
}

/// <summary>Texts and their alignment.</summary>
/// <param name="Texts">The segmented texts.</param>
/// <param name="Alignment">Their beads.</param>
internal sealed record AlignedTexts(IReadOnlyList<DocumentText> Texts, MultilingualAlignment Alignment)
{
    /// <summary>What stands between two segments that become one text.</summary>
    public string Join(int language, SegmentSpan span)
    {
        var separator = Texts[language].Language.Primary == LanguageTag.Japanese.Value ? "" : " ";
        return string.Join(separator, Texts[language].Segments.Skip(span.Start).Take(span.Count).Select(s => s.Text));
    }
}
