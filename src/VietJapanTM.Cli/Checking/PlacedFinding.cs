using System.Collections.Immutable;
using VietJapanTM.Exchange.Bilingual;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>A finding at its place in a file, as the writers of reports take it. Immutable.</summary>
internal sealed record PlacedFinding
{
    /// <summary>Where it is to be mended.</summary>
    public required TextPlace Place { get; init; }

    /// <summary>What was found.</summary>
    public required Wire.Finding Finding { get; init; }

    /// <summary>A second place that the finding is about, or null.</summary>
    public RelatedPlace? Related { get; init; }

    /// <summary>Language of the translation; empty where the finding is about the source alone, or about no segment.</summary>
    public string TargetLanguage { get; init; } = "";

    /// <summary>Names the segment within its file, as the file does; may be empty.</summary>
    public string Segment { get; init; } = "";

    /// <summary>Changes of the file that together mend the finding safely; empty where none do.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];

    /// <summary>Why the finding does not count, or null where it does.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>What an earlier run says of it.</summary>
    public BaselineState Baseline { get; init; }

    /// <summary>Names the finding in a way that outlives moved lines; null where nobody asked.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The file that it is to be mended in, as the user named it.</summary>
    public string File => Place.File;

    /// <summary>True for what the translation lacks, and so has no words there; they stand in the source.</summary>
    public bool IsLack => IsLackIn(Finding);

    /// <summary>The words that the check points at.</summary>
    public TextPlace Said => IsLack && Related is { } related && related.Place.File != File ? related.Place : Place;

    /// <summary>False where somebody suppressed it, or an earlier run had it already: it is not shown and fails nothing.</summary>
    public bool Counts => Suppression is null && Baseline is not (BaselineState.Unchanged or BaselineState.Absent);

    /// <summary>
    /// Places a finding. What the translation lacks is placed at the words of the source where both stand in one file, else at the translation, whose
    /// file somebody must mend.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="segment">The segment that it is of.</param>
    /// <param name="other">The segment that it compares that with, or null.</param>
    public static PlacedFinding Of(Wire.Finding finding, BilingualSegment segment, BilingualSegment? other = null)
    {
        var isLack = IsLackIn(finding);
        var (sourceFile, target) = (segment.SourceFile ?? segment.File, segment.Target!);
        var said = finding.InSource
            ? TextPlace.Of(sourceFile, segment.Source, finding.Span.StartUtf16, finding.Span.EndUtf16)
            : TextPlace.Of(segment.File, target, finding.Span.StartUtf16, finding.Span.EndUtf16);
        var isElsewhere = isLack && sourceFile != segment.File;
        return new PlacedFinding
        {
            Place = isElsewhere ? TextPlace.Of(segment.File, target) : said,
            Related = isElsewhere ? new RelatedPlace("the source", said)
                : isLack ? new RelatedPlace("the translation", TextPlace.Of(segment.File, target))
                : other is not null ? new RelatedPlace("the other translation", TextPlace.Of(other.File, other.Target!))
                : null,
            Finding = finding,
            TargetLanguage = finding.InSource && !isLack ? "" : segment.TargetLanguage.Value,
            Segment = segment.Id,
        };
    }

    private static bool IsLackIn(Wire.Finding finding) => finding.InSource && finding.ExpectedTerms.Count > 0;
}

/// <summary>A place that a finding is about beside its own.</summary>
/// <param name="What">What stands there, for people: the source.</param>
/// <param name="Place">Where.</param>
internal sealed record RelatedPlace(string What, TextPlace Place);

/// <summary>Why a finding does not count.</summary>
/// <param name="InSource">True where a comment in the file says so, false where the configuration does.</param>
/// <param name="Reason">The reason that was given.</param>
internal sealed record Suppression(bool InSource, string Reason);

/// <summary>How a finding compares with an earlier run.</summary>
internal enum BaselineState
{
    /// <summary>There is nothing to compare with.</summary>
    None,

    /// <summary>It was not there.</summary>
    New,

    /// <summary>It was there.</summary>
    Unchanged,

    /// <summary>It was there and is gone; its place is that of the earlier run.</summary>
    Absent,
}
