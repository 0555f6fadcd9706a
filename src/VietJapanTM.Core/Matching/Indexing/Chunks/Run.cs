using System.Runtime.InteropServices;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>Rows of one shelf that agree in weight and in how many keys and tokens they have, so that no row needs to say it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Run
{
    /// <summary>The first row.</summary>
    public int First;

    /// <summary>Each row's weight.</summary>
    public int Weight;

    /// <summary>Each row's keys.</summary>
    public int Keys;

    /// <summary>Each row's tokens.</summary>
    public int Tokens;

    /// <summary>Where the first row's keys begin.</summary>
    public long KeyStart;
}

/// <summary>
/// Runs that are keyed to about the same share of their weight, so that a weight says how many keys a row has at least. Runs ascend by weight.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct Shelf
{
    /// <summary>The first run.</summary>
    public int FirstRun;

    /// <summary>The run after the last.</summary>
    public int EndRun;

    /// <summary>The least share of the weight that is keyed, in thousandths.</summary>
    public int MinShare;

    /// <summary>How many keys a row of that weight has at least.</summary>
    public readonly int MinKeys(int weight) => (int)(((long)weight * MinShare / 1000) + EditCosts.Word - 1) / EditCosts.Word;
}
