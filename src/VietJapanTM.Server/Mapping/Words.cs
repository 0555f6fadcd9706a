namespace VietJapanTM.Server.Mapping;

/// <summary>How the values of enumerations are spelt where a format wants stable words.</summary>
internal static class Words
{
    /// <summary>The stable word of an enumeration's value: <c>tone-placement</c>.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The word that TBX and this project's contract use: <c>properNoun</c>.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
