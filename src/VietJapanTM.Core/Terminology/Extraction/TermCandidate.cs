using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>Words that may be a term. Immutable.</summary>
public sealed record TermCandidate
{
    /// <summary>The form that is commonest in the texts.</summary>
    public required string Text { get; init; }

    /// <summary>Occurrences in the source texts, inflected ones too.</summary>
    public required int Count { get; init; }

    /// <summary>C-value times keyness; only the order tells something.</summary>
    public required double Score { get; init; }

    /// <summary>Likely equivalents, the best first; may be empty.</summary>
    public ImmutableArray<CandidateEquivalent> Equivalents { get; init; } = [];

    /// <summary>Segments that hold it, with their translations, the shortest first.</summary>
    public ImmutableArray<AlignedText> Examples { get; init; } = [];
}

/// <summary>Words of the translations that may render a candidate.</summary>
/// <param name="Text">The form that is commonest in the texts.</param>
/// <param name="Count">Units in which both occur.</param>
/// <param name="Score">Log-likelihood ratio of their occurring together, weighed by what a lexicon knows of their words.</param>
public sealed record CandidateEquivalent(string Text, int Count, double Score);
