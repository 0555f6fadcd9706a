using System.Text.RegularExpressions;

namespace VietJapanTM.Server.Tests.Contract;

/// <summary>The contract is documented field by field.</summary>
public sealed partial class ProtoCommentTests
{
    public static TheoryData<string> Files => [.. Directory
        .GetFiles(RepositoryRoot.Combine("protos", "vietjapantm", "v1alpha1"), "*.proto")
        .Select(f => Path.GetFileName(f)!)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Declaration_Each_HasACommentAbove(string file)
    {
        var lines = File.ReadAllLines(RepositoryRoot.Combine("protos", "vietjapantm", "v1alpha1", file));
        var declarations = Enumerable.Range(1, lines.Length - 1).Where(i => Declaration().IsMatch(lines[i])).ToList();
        Assert.NotEmpty(declarations);
        Assert.Empty(declarations.Where(i => !Comment().IsMatch(lines[i - 1])).Select(i => $"{file}:{i + 1}: {lines[i].Trim()}"));
    }

    [GeneratedRegex(@"^\s*(service|message|enum|rpc|oneof)\s+\w+|^\s*[\w.<>, ]*\w+\s*=\s*-?\d+\s*[;\[]")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*// .*\S")]
    private static partial Regex Comment();
}
