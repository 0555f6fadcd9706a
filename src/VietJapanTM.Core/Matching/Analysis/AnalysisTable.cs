namespace VietJapanTM.Matching.Analysis;

/// <summary>How much text of a file, or of a batch, falls into each band. Every segment is in one band alone, so the bands add up to the whole. Not thread-safe.</summary>
public sealed class AnalysisTable
{
    private readonly SegmentSize[] _sizes = new SegmentSize[AnalysisBands.All.Length];

    /// <summary>What falls into a band.</summary>
    public SegmentSize this[AnalysisBand band] => _sizes[(int)band];

    /// <summary>All bands together.</summary>
    public SegmentSize Total => _sizes.Aggregate(default(SegmentSize), (sum, size) => sum + size);

    /// <summary>Adds a segment, or several.</summary>
    public void Add(AnalysisBand band, SegmentSize size) => _sizes[(int)band] += size;

    /// <summary>Adds all of another table.</summary>
    public void Add(AnalysisTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var band in AnalysisBands.All)
        {
            Add(band, other[band]);
        }
    }
}
