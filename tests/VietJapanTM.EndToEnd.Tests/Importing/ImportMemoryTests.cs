using VietJapanTM.EndToEnd.Tests.Serving;

namespace VietJapanTM.EndToEnd.Tests.Importing;

public sealed class ImportMemoryTests
{
    /// <summary>A process that may hold 128 MB reads a file of twice that: whatever is kept of the file for longer than a unit would end it.</summary>
    [SkippableFact]
    public async Task Import_FileLargerThanTheMemory_Streams()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The variable is set through env.");
        const int Units = 4_500;
        const int DifferentUnits = 50;
        using var folder = new TemporaryFolder();
        var filler = string.Concat(Enumerable.Repeat("una frase larga ", 1_900));
        var tmx = GeneratedTmx.Write(folder["big.tmx"], Units, i => $"{i % DifferentUnits} {filler}", i => $"{filler} {i % DifferentUnits}");
        Assert.InRange(new FileInfo(tmx).Length, 256 << 20, long.MaxValue);

        using var process = CommandProcess.StartUnder(
            ["env", "DOTNET_GCHeapHardLimit=0x8000000"], "import", tmx, "--memory", "news", "--data", folder["data"]);
        var exit = await process.EndAsync();

        Assert.Empty(exit.Complaints);
        Assert.Equal(0, exit.Code);
        Assert.Contains($"{Units} units read, {DifferentUnits} new", exit.Output, StringComparison.Ordinal);
        Assert.Equal(DifferentUnits, StoreState.Read(folder["data"]).Units);
    }
}
