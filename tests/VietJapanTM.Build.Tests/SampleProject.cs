using System.Diagnostics;

namespace VietJapanTM.Build.Tests;

/// <summary>A copy of the sample project, built by the SDK as anybody would.</summary>
internal sealed class SampleProject : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string Targets = RepositoryRoot.Combine("src", "VietJapanTM.Build", "build") + Path.DirectorySeparatorChar;
    private readonly TemporaryFolder _folder = new();

    public SampleProject()
    {
        var sample = RepositoryRoot.Combine("tests", "Samples", "TerminologyCheck");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(sample, file);
            if (name.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                _folder.Write(name, File.ReadAllText(file));
            }
        }
    }

    public string this[params string[] parts] => _folder[parts];

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs <c>dotnet build</c> with further arguments.</summary>
    public async Task<(int ExitCode, string Output)> BuildAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = Path.Combine(AppContext.BaseDirectory, "vjtm.dll");
        string[] all =
        [
            "build", "--nologo", "-v:n", "-clp:NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            $"-p:VjtmBuildFolder={Targets}", $"-p:VjtmCommand=dotnet \"{program}\"", .. arguments,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        // The settings of the build that runs these tests are not those of the sample's.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        return (process.ExitCode, await output + await error);
    }
}
