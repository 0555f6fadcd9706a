using System.Globalization;

namespace VietJapanTM.Cli.Output;

/// <summary>Counts in sentences.</summary>
internal static class Count
{
    /// <summary><c>1 unit</c>, <c>2 units</c>.</summary>
    public static string Of(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
