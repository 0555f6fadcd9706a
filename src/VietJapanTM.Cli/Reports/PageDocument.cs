using VietJapanTM.Model;

namespace VietJapanTM.Cli.Reports;

/// <summary>A document on the page.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Pairs">Its pairs of languages.</param>
/// <param name="Id">Its id in the store; null where it is not stored.</param>
/// <param name="Place">The options by which a command reaches that store.</param>
internal sealed record PageDocument(string Title, IReadOnlyList<PagePair> Pairs, string? Id = null, string Place = "")
{
    /// <summary>How many beads it has, over all pairs.</summary>
    public int Beads => Pairs.Sum(p => p.Beads.Count);

    /// <summary>How many of them somebody should look at.</summary>
    public int Doubtful { get; } = Pairs.Sum(p => p.Doubtful);
}

/// <summary>A pair of languages.</summary>
/// <param name="Source">BCP 47 tag.</param>
/// <param name="Target">BCP 47 tag.</param>
/// <param name="Beads">The beads, in order.</param>
internal sealed record PagePair(string Source, string Target, IReadOnlyList<PageBead> Beads)
{
    /// <summary>How many of them somebody should look at.</summary>
    public int Doubtful { get; } = Beads.Count(b => b.IsDoubtful);
}

/// <summary>A bead.</summary>
/// <param name="Source">Its segments on the source side; none for an insertion.</param>
/// <param name="Target">Likewise for the target.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IsDisputed">Its pair and two others contradict one another here.</param>
internal sealed record PageBead(IReadOnlyList<string> Source, IReadOnlyList<string> Target, double Confidence, bool IsDisputed)
{
    /// <summary>Whether somebody should look at it.</summary>
    public bool IsDoubtful => IsDisputed || Confidence < PairConfidence.Doubtful;
}
