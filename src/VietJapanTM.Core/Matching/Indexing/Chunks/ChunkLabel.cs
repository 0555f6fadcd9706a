using System.Text;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>What a chunk is of. It stands in the chunk's bytes, so that no file can pass for another.</summary>
/// <param name="Memory">The memory's id.</param>
/// <param name="Language">The variants' language, to the letter.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="ScoreVersion">The profile's version.</param>
/// <param name="Store">The store's mark when the chunk was made; see <c>StoreMark</c>. Empty in memory.</param>
internal sealed record ChunkLabel(string Memory, string Language, string Profile, int ScoreVersion, string Store)
{
    /// <summary>The label as text, a line each.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Memory}\n{Language}\n{Profile}\n{ScoreVersion}\n{Store}"));
}
