namespace VietJapanTM.Testing;

/// <summary>The checkout that the tests run in.</summary>
public static class RepositoryRoot
{
    /// <summary>Full path of the folder that holds VietJapanTM.sln.</summary>
    public static string Path { get; } = Find();

    /// <summary>Full path of a file or folder below it.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "VietJapanTM.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside a checkout: no VietJapanTM.sln above " + AppContext.BaseDirectory);
    }
}
