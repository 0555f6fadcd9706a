using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>
/// Says which files make up the index and which state of which store they are: a text of lines, fields parted by tabs, the last line its own
/// checksum. It is replaced in one step, so that the index on disk is always that of one revision.
/// </summary>
/// <param name="TextVersion">How texts were cut and folded; see <see cref="IndexFolder.TextVersion"/>.</param>
/// <param name="Store">The store's mark at the revision.</param>
/// <param name="Revision">The last revision covered.</param>
/// <param name="Floor">The oldest revision that can be looked up as of.</param>
/// <param name="Profiles">The profiles with their versions, such as <c>standard/1</c>.</param>
/// <param name="Chunks">The files.</param>
internal sealed record IndexManifest(
    string TextVersion, string Store, long Revision, long Floor, ImmutableArray<string> Profiles, ImmutableArray<ManifestChunk> Chunks)
{
    private const string FirstLine = "vjtm-index 1";

    /// <summary>The manifest as it stands in its file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        Line(FirstLine);
        Line("text", TextVersion);
        Line("store", Store);
        Line("revision", Number(Revision));
        Line("floor", Number(Floor));
        foreach (var profile in Profiles)
        {
            Line("profile", profile);
        }

        foreach (var chunk in Chunks)
        {
            Line("chunk", chunk.Memory, chunk.Language, chunk.Profile, chunk.File, Number(chunk.Checksum), chunk.EndsFile);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return [.. bytes, .. Encoding.UTF8.GetBytes($"end\t{Number(Checksum.Of(bytes))}\n")];

        void Line(params string[] fields) => text.AppendJoin('\t', fields).Append('\n');
    }

    /// <summary>Reads a manifest, or null where it is not what was written.</summary>
    public static IndexManifest? Parse(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("end\t"u8);
        if (end < 0 || !bytes[end..].SequenceEqual(Encoding.UTF8.GetBytes($"end\t{Number(Checksum.Of(bytes[..end]))}\n")))
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(bytes[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToList();
        if (lines.Count < 5 || lines[0] is not [FirstLine])
        {
            return null;
        }

        return new IndexManifest(
            lines[1][1],
            lines[2][1],
            long.Parse(lines[3][1], CultureInfo.InvariantCulture),
            long.Parse(lines[4][1], CultureInfo.InvariantCulture),
            [.. lines.Where(l => l[0] == "profile").Select(l => l[1])],
            [.. lines.Where(l => l[0] == "chunk").Select(l =>
                new ManifestChunk(l[1], l[2], l[3], l[4], uint.Parse(l[5], CultureInfo.InvariantCulture), l[6]))]);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A chunk's files.</summary>
/// <param name="Memory">The memory's id.</param>
/// <param name="Language">The language tag.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="File">The chunk's file.</param>
/// <param name="Checksum">The checksum of its header, so that no other file can take its place.</param>
/// <param name="EndsFile">The file of the ends that came after it was made; empty for none.</param>
internal readonly record struct ManifestChunk(string Memory, string Language, string Profile, string File, uint Checksum, string EndsFile);
