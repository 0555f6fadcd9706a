namespace VietJapanTM.Testing;

/// <summary>A fresh folder that is deleted when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Creates the folder.</summary>
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("vjtm-test-").FullName;

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>Full path of a file or folder in it.</summary>
    public string this[params string[] parts] => Path.Combine([Root, .. parts]);

    /// <summary>Writes a UTF-8 file without a byte-order mark and returns its path.</summary>
    public string Write(string name, string content)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A child process that is still ending may hold a file; the system's own clean-up takes the rest.
        }
        catch (UnauthorizedAccessException)
        {
            // A test that took away permissions has had its say already.
        }
    }
}
