using System.Text;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>What a chunk is of. It stands in the chunk's bytes, for people who look at a file.</summary>
/// <param name="Memory">The memory's id.</param>
/// <param name="Language">The variants' language, to the letter.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="ScoreVersion">The profile's version.</param>
internal sealed record ChunkLabel(string Memory, string Language, string Profile, int ScoreVersion)
{
    /// <summary>The label as text, a line each.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Memory}\n{Language}\n{Profile}\n{ScoreVersion}"));
}
