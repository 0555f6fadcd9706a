namespace VietJapanTM.Testing;

/// <summary>Corpora that are not committed: they lie where the variable <c>VJTM_TESTDATA</c> points.</summary>
public static class TestData
{
    /// <summary>The variable's name.</summary>
    public const string Variable = "VJTM_TESTDATA";

    /// <summary>The folder, or null where the variable is unset or names no folder.</summary>
    public static string? Root
    {
        get
        {
            var root = Environment.GetEnvironmentVariable(Variable);
            return string.IsNullOrEmpty(root) || !Directory.Exists(root) ? null : Path.GetFullPath(root);
        }
    }

    /// <summary>The path of a file or folder below the root; skips the running test, by name, where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var root = Root;
        Skip.If(root is null, $"{Variable} does not point to the test data; needed: {string.Join('/', parts)}");
        var path = Path.Combine([root!, .. parts]);
        Skip.IfNot(Path.Exists(path), $"{Variable} lacks {string.Join('/', parts)}");
        return path;
    }
}
