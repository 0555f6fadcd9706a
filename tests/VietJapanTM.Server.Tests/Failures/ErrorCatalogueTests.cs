using System.Text.RegularExpressions;
using VietJapanTM.Errors;
using VietJapanTM.Server.Failures;

namespace VietJapanTM.Server.Tests.Failures;

/// <summary>The catalogue in the code and its table in ARCHITECTURE.md say the same of every code.</summary>
public sealed partial class ErrorCatalogueTests
{
    private static readonly Dictionary<string, string[]> Table = File.ReadLines(RepositoryRoot.Combine("ARCHITECTURE.md"))
        .Where(line => Row().IsMatch(line))
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0], StringComparer.Ordinal);

    public static TheoryData<ErrorCode> Codes => [.. Enum.GetValues<ErrorCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_Entry_StandsInTheTable(ErrorCode code)
    {
        var entry = ErrorCatalogue.Of(code);
        var cells = Table[code.ToString()];
        Assert.Equal(4, cells.Length);
        Assert.Equal(cells[1].Replace("_", "", StringComparison.Ordinal), entry.Status.ToString(), ignoreCase: true);
        Assert.NotEqual("", cells[2]);
        Assert.Equal(cells[3] + ".", entry.ClientAction);
    }

    [Fact]
    public void Table_EachRow_IsACode() =>
        Assert.Equal(Enum.GetNames<ErrorCode>().Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| [A-Z][A-Za-z]+ \| [A-Z_]+ \|")]
    private static partial Regex Row();
}
