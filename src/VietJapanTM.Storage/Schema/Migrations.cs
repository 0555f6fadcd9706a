using System.Globalization;

namespace VietJapanTM.Storage.Schema;

/// <summary>The steps that lead from an empty file to this program's schema: the folder's .sql files, named by version.</summary>
internal static class Migrations
{
    /// <summary>All steps, by version, without a gap.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static Migration[] Load()
    {
        var assembly = typeof(Migrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var version = int.Parse(name.AsSpan(0, name.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
                return new Migration(version, reader.ReadToEnd());
            })];
    }
}
