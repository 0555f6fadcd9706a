using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Tests;

public sealed class ExchangeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replace_NewOrOtherContent_IsWrittenAndSameContentIsNot()
    {
        Assert.True(ExchangeFile.Replace(_folder["a"], "1"u8));
        Assert.False(ExchangeFile.Replace(_folder["a"], "1"u8));
        Assert.True(ExchangeFile.Replace(_folder["a"], "2"u8));
        Assert.Equal("2", File.ReadAllText(_folder["a"]));
        Assert.Equal(["a"], Directory.GetFiles(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void Replace_WhereAFolderStands_FailsAndLeavesNothingBehind()
    {
        Directory.CreateDirectory(_folder["a"]);

        Assert.Equal(ErrorCode.FileUnreadable, Assert.Throws<DomainException>(() => ExchangeFile.Replace(_folder["a"], "1"u8)).Code);
        Assert.Empty(Directory.GetFiles(_folder.Root));
    }

    [SkippableFact]
    public void OpenRead_PipeOrDevice_IsRefusedWithoutWaiting()
    {
        Skip.IfNot(File.Exists("/dev/zero"), "/dev/zero is absent");

        Assert.Contains("not a regular file", Assert.Throws<DomainException>(() => ExchangeFile.OpenRead("/dev/zero")).Message);
    }
}
