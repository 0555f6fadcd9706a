namespace VietJapanTM.Cli.Tests;

/// <summary>What comes with the product.</summary>
internal static class Shipped
{
    /// <summary>The article that is clean.</summary>
    public const string First = "viet-nam-japan-upgrade";

    /// <summary>The article that lost 38 spaces.</summary>
    public const string Second = "nguyen-phu-trong-kishida";

    public static string Glossary { get; } = RepositoryRoot.Combine("glossary");

    public static string Text(string document, string language) =>
        RepositoryRoot.Combine("src", "VietJapanTM.Server", "Samples", $"{document}.{language}.txt");

    /// <summary>Copies the glossary's files into a folder of a test.</summary>
    public static string CopyGlossary(TemporaryFolder folder)
    {
        var copy = Directory.CreateDirectory(folder["glossary"]).FullName;
        foreach (var file in Directory.GetFiles(Glossary, "*.tbx"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>The bytes of every file below a folder, by name.</summary>
    public static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(File.ReadAllBytes(f))),
        StringComparer.Ordinal);
}
