using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Alignment;

/// <summary>Texts and their alignment.</summary>
/// <param name="Texts">The segmented texts.</param>
/// <param name="Alignment">Their beads.</param>
internal sealed record AlignedTexts(IReadOnlyList<DocumentText> Texts, MultilingualAlignment Alignment)
{
    /// <summary>What the pairs are called on the command line: <c>es-en</c>.</summary>
    public IEnumerable<string> PairNames => Alignment.Pairs.Select(NameOf);

    /// <summary>The segments of a span as one text.</summary>
    public string Join(int language, SegmentSpan span) => Texts[language].Join(span.Start, span.Count);

    /// <summary>Two of the languages alone, in either order, with the beads that they have as a pair.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: there is no such pair.</exception>
    public AlignedTexts OfPair(string name)
    {
        var pair = Alignment.Pairs.SelectMany(p => (PairBeads[])[p, Turned(p)]).FirstOrDefault(p => NameOf(p) == name)
            ?? throw new DomainException(
                ErrorCode.ArgumentInvalid, $"--pair {name} is not a pair of --langs. Use one of {string.Join(", ", PairNames)}.");
        var links = pair.Beads.Select(b => (Spans: (SegmentSpan[])[new(b.SourceStart, b.SourceCount), new(b.TargetStart, b.TargetCount)], Bead: b));
        return new AlignedTexts(
            [TextIn(pair.Source), TextIn(pair.Target)],
            new MultilingualAlignment
            {
                Pairs = [pair],
                Chain = [.. links.Select(l => new ChainLink([.. l.Spans], l.Bead.Confidence, IsComposite: false))],
                Units = [.. links.Where(l => !l.Bead.IsOneSided).Select(l => new AlignedUnit(
                    [.. l.Spans.Select(s => (SegmentSpan?)s)], [ConfidenceIn(pair, l.Bead)]))],
                Disagreements = [],
            });
    }

    /// <summary>What is strange about the texts, in plain words.</summary>
    public IEnumerable<string> Warnings() => Texts.Where(text => text.Segments.IsEmpty).Select(text => $"the {text.Language} text holds no segment.")
        .Concat(Alignment.Doubts.Select(doubt =>
        $"the text marked {doubt.Stated} reads like {doubt.Likely}. If texts and languages are not in the same order, change --langs."))
        .Concat(Alignment.Mismatches.Select(mismatch => $"{mismatch}. Look whether the files belong together."))
        .Concat(Alignment.MissingParts.Select(part => $"{part}."));

    private static PairBeads Turned(PairBeads pair) => new(
        pair.Target,
        pair.Source,
        [.. pair.Beads.Select(b => new Bead(b.TargetStart, b.TargetCount, b.SourceStart, b.SourceCount, b.Confidence, b.Status))]);

    private static string NameOf(PairBeads pair) => $"{pair.Source}-{pair.Target}";

    private static PairConfidence ConfidenceIn(PairBeads pair, Bead bead) => pair.Source.CompareTo(pair.Target) < 0
        ? new PairConfidence(pair.Source, pair.Target, bead.Confidence)
        : new PairConfidence(pair.Target, pair.Source, bead.Confidence);

    private DocumentText TextIn(LanguageTag language) => Texts.First(t => t.Language == language);
}
