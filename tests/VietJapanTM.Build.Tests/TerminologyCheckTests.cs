namespace VietJapanTM.Build.Tests;

/// <summary>The target in a real build of the sample project.</summary>
public sealed class TerminologyCheckTests : IDisposable
{
    private const string Checking = "Checking the terminology of";
    private readonly SampleProject _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task ForbiddenTerm_FailsTheBuildAtItsPlaceUntilItIsMended()
    {
        var (exitCode, output) = await _sample.BuildAsync();
        Assert.True(exitCode != 0, output);
        Assert.Matches(@"Strings\.vi\.resx\(8,32,8,50\): error VJT001: ", output);
        Assert.Contains("error VJTM001", output);

        var (_, fixing) = await _sample.BuildAsync("-t:VjtmFix");
        Assert.True(File.ReadAllText(_sample["Resources", "Strings.vi.resx"]).Contains("trao đổi về Biển Đông.", StringComparison.Ordinal), fixing);

        (exitCode, output) = await _sample.BuildAsync();
        Assert.True(exitCode == 0, output);
        Assert.Contains(Checking + " 3 file(s)", output);
    }

    [Fact]
    public async Task Files_ThatPassed_AreCheckedAgainOnlyWhenSomethingChanged()
    {
        Mend();
        Assert.Contains(Checking, (await _sample.BuildAsync()).Output);
        Assert.DoesNotContain(Checking, (await _sample.BuildAsync("--no-restore")).Output);

        Touch("locales", "vi", "app.json");
        Assert.Contains(Checking + " 1 file(s)", (await _sample.BuildAsync("--no-restore")).Output);

        Touch("glossary", "places.tbx");
        Assert.Contains(Checking + " 3 file(s)", (await _sample.BuildAsync("--no-restore")).Output);

        Assert.Contains(Checking + " 3 file(s)", (await _sample.BuildAsync("--no-restore", "-p:VjtmFailOn=warning")).Output);
    }

    [Fact]
    public async Task Check_SwitchedOff_DoesNotRun()
    {
        var (exitCode, output) = await _sample.BuildAsync("-p:VjtmCheck=false");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain(Checking, output);
    }

    [Fact]
    public async Task BrokenResource_FailsTheBuildAtItsPlace()
    {
        Mend();
        File.WriteAllText(_sample["locales", "vi", "app.json"], "{\n  \"news\": oops\n}\n");
        var (exitCode, output) = await _sample.BuildAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Matches(@"app\.json\(2,11\): error JSN001: ", output);
        Assert.Contains("error VJTM002", output);
    }

    private void Mend()
    {
        var file = _sample["Resources", "Strings.vi.resx"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("biển Nam Trung Hoa", "Biển Đông", StringComparison.Ordinal));
    }

    private void Touch(params string[] parts) => File.SetLastWriteTimeUtc(_sample[parts], DateTime.UtcNow.AddSeconds(2));
}
