using VietJapanTM.Errors;

namespace VietJapanTM.Training.Lexicon;

/// <summary>A folder of line-parallel texts.</summary>
/// <param name="folder">The folder.</param>
internal sealed class Corpus(string folder)
{
    /// <summary>The path of a file.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>: absent.</exception>
    public string Path(string name)
    {
        var path = System.IO.Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new DomainException(ErrorCode.FileUnreadable, $"{path} is absent. Name the folder that holds the parallel corpora.");
    }

    /// <summary>The lines of two languages side by side.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: one file has more lines than the other.</exception>
    public IEnumerable<(string First, string Second)> Lines(string name, string first, string second)
    {
        var (firstFile, secondFile) = Files(name, first, second);
        using var x = new StreamReader(firstFile);
        using var y = new StreamReader(secondFile);
        while (true)
        {
            var (one, other) = (x.ReadLine(), y.ReadLine());
            if (one is null && other is null)
            {
                yield break;
            }

            if (one is null || other is null)
            {
                throw new DomainException(ErrorCode.FileMalformed, $"{firstFile} and {secondFile} do not have the same number of lines.");
            }

            yield return (one, other);
        }
    }

    /// <summary>Lines of two languages that stand beside the same line of a third.</summary>
    public IEnumerable<(string First, string Second)> JoinedLines(string name, string first, string pivot, string second)
    {
        var byPivot = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in Lines(name, pivot, first))
        {
            byPivot.TryAdd(key, text);
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, text) in Lines(name, pivot, second))
        {
            if (byPivot.TryGetValue(key, out var other) && used.Add(key))
            {
                yield return (other, text);
            }
        }
    }

    private (string First, string Second) Files(string name, string first, string second)
    {
        foreach (var stem in (ReadOnlySpan<string>)[$"{name}.{first}-{second}", $"{name}.{second}-{first}"])
        {
            if (File.Exists(System.IO.Path.Combine(folder, $"{stem}.{first}")))
            {
                return (Path($"{stem}.{first}"), Path($"{stem}.{second}"));
            }
        }

        return (Path($"{name}.{first}"), Path($"{name}.{second}"));
    }
}
