using VietJapanTM.Errors;

namespace VietJapanTM.Server.Mapping;

/// <summary>The last part of a resource's name, where somebody chooses it: one rule for memories and documents, over gRPC and on the command line.</summary>
internal static class ResourceIds
{
    private const int MaxLength = 63;

    /// <summary>Refuses what is not 1 to 63 of a-z, 0-9 and -, a letter first.</summary>
    public static string Require(string id, string field)
    {
        var fits = id.Length is > 0 and <= MaxLength
            && char.IsAsciiLetterLower(id[0])
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return fits
            ? id
            : throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"{field} '{Shown(id)}' must be 1 to {MaxLength} of a-z, 0-9 and -, a letter first.",
                field);
    }

    /// <summary>As much of a refused id as fits into one line.</summary>
    private static string Shown(string id) =>
        new([.. id.Take(MaxLength).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
}
