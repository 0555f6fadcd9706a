using System.Globalization;
using System.Text.RegularExpressions;
using VietJapanTM.Store;

namespace VietJapanTM.EndToEnd.Tests.Serving;

public sealed partial class StartTests
{
    [Fact]
    public async Task FirstStart_NewFolder_ImportsTheSamplesAndSaysWhatItHoldsAndOneCallToTry()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder["data"]);
        var said = server.Output;
        Assert.Equal(0, (await server.TerminateAsync()).Code);

        var counts = StoreState.Read(folder["data"]);
        StoreState.AssertSamples(counts);
        Assert.Contains(Invariant($"First start: imported 2 documents, {counts.Units} units and {counts.Concepts} concepts."), said);
        Assert.Contains(Invariant($"{counts.Units} units with {counts.Variants} variants, {counts.Concepts} concepts with {counts.Terms} terms."), said);
        Assert.Contains($"lookup --server {server.Url} ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondStart_SameFolder_ImportsNothingAgain()
    {
        using var folder = new TemporaryFolder();
        StoreCounts? first = null;
        for (var start = 1; start <= 2; start++)
        {
            await using var server = await ServerProcess.StartAsync(folder["data"]);
            Assert.Equal(start == 1, server.Output.Contains("First start", StringComparison.Ordinal));
            await server.TerminateAsync();
            first ??= StoreState.Read(folder["data"]);
        }

        Assert.Equal(first, StoreState.Read(folder["data"]));
    }

    [Fact]
    public async Task Start_NoSamples_LeavesTheStoreEmpty()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root, "--no-samples");
        await server.TerminateAsync();
        Assert.Equal(new StoreCounts(0, 0, 0, 0, 0, 0, 0), StoreState.Read(folder.Root));
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:0;http://localhost:0")]
    public async Task Start_PortZero_ListensOnAPortOfTheSystem(string urls)
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root, urls, ["--no-samples"]);
        var addresses = Address().Matches(server.Output);
        Assert.Equal(urls.Split(';').Length, addresses.Count);
        Assert.All(addresses, a => Assert.NotEqual("0", a.Groups[1].Value));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"on http://\S+:(\d+)")]
    private static partial Regex Address();
}
