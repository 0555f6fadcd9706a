using System.Collections.Immutable;
using VietJapanTM.Exchange.Bilingual;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>A finding at its place in a file, as the writers of reports take it. Immutable.</summary>
internal sealed record PlacedFinding
{
    /// <summary>The file as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    /// <summary>1-based, in UTF-16 units.</summary>
    public required int Column { get; init; }

    /// <summary>1-based line of the last character.</summary>
    public required int EndLine { get; init; }

    /// <summary>Column after the last character, in <see cref="EndLine"/>.</summary>
    public required int EndColumn { get; init; }

    /// <summary>The text that the finding points into, as the file's readers see it.</summary>
    public required string Text { get; init; }

    /// <summary>What was found.</summary>
    public required Wire.Finding Finding { get; init; }

    /// <summary>Names the segment within its file, as the file does; may be empty.</summary>
    public string Segment { get; init; } = "";

    /// <summary>Changes of <see cref="File"/> that together mend the finding safely; empty where none do.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];

    /// <summary>Why the finding does not count, or null where it does.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>What an earlier run says of it.</summary>
    public BaselineState Baseline { get; init; }

    /// <summary>Names the finding in a way that outlives moved lines; null where nobody asked.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>False where somebody suppressed it, or an earlier run had it already: it is not shown and fails nothing.</summary>
    public bool Counts => Suppression is null && Baseline is not (BaselineState.Unchanged or BaselineState.Absent);
}

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
