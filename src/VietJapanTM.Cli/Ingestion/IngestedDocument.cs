using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>What became of a document.</summary>
internal enum IngestState
{
    /// <summary>Aligned and stored.</summary>
    Stored,

    /// <summary>There already, from the same texts.</summary>
    Unchanged,

    /// <summary>Not taken; the error says why.</summary>
    Refused,

    /// <summary>Not taken: its texts are not in the languages of their names, or no translations of each other.</summary>
    Mismatched,

    /// <summary>The work was stopped before it was done.</summary>
    NotReached,

    /// <summary>In a trial: there is none of that name yet.</summary>
    New,

    /// <summary>In a trial: it would be made anew.</summary>
    Changed,
}

/// <summary>A document and what became of it.</summary>
/// <param name="Files">Its files.</param>
/// <param name="State">What became of it.</param>
internal sealed record IngestedDocument(DocumentFiles Files, IngestState State)
{
    /// <summary>As it is stored; null where it is not.</summary>
    public Wire.Document? Document { get; init; }

    /// <summary>Why it was not taken.</summary>
    public string? Error { get; init; }

    /// <summary>What of its files was not read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How many beads reviewers had decided that are made anew.</summary>
    public int ForgottenBeads { get; init; }

    /// <summary>How many places mending would have changed; 0 where it was mended.</summary>
    public int DamagedPlaces { get; init; }
}
