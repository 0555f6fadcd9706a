using Microsoft.Data.Sqlite;
using VietJapanTM.Storage;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mend --lang es")]
    [InlineData("segment --lang es")]
    [InlineData("terms --lang es --glossary .")]
    [InlineData("align --segmented --langs es,en -")]
    [InlineData("lookup --from es --to en --batch")]
    public async Task InvalidUtf8_NamesLineAndByte(string command)
    {
        var path = _folder["bad.txt"];
        File.WriteAllBytes(path, [.. "Uno.\nDos "u8, 0xFF, .. ".\n"u8]);
        (await CommandLine.RunAsync([.. command.Split(' '), path])).Refuses($"{path}:2:", "byte 9", "UTF-8");
    }

    [Fact]
    public async Task LoneSurrogate_InBytes_IsRefused() =>
        (await CommandLine.RunWithInputAsync([.. "Uno "u8, 0xED, 0xA0, 0x80], "mend", "--lang", "es")).Refuses("standard input:1:", "byte 4");

    [Theory]
    [InlineData("mend --lang es")]
    [InlineData("segment --lang es")]
    [InlineData("import --memory m --langs es,en a.en")]
    [InlineData("import --memory m")]
    [InlineData("check --glossary . --from es --to en")]
    public async Task AbsentFile_IsNamed(string command) =>
        (await CommandLine.RunAsync([.. command.Split(' '), "nowhere.tmx"])).Refuses(command.Contains("a.en", StringComparison.Ordinal) ? "a.en" : "nowhere.tmx", "name");

    [Theory]
    [InlineData("mend --lang es")]
    [InlineData("check --glossary . --from es --to en")]
    [InlineData("import --memory m --langs es,en a.en")]
    public async Task Folder_InPlaceOfAFile_IsNamed(string command)
    {
        var arguments = command.Replace("a.en", _folder.Write("a.en", "One.\n"), StringComparison.Ordinal).Split(' ');
        (await CommandLine.RunAsync([.. arguments, _folder.Root])).Refuses(_folder.Root, "folder");
    }

    [Theory]
    [InlineData("segment --lang es")]
    [InlineData("align --langs es,en -")]
    [InlineData("align --segmented --langs es,en -")]
    public async Task TenMegabyteSegment_IsRefusedWithItsLine(string command)
    {
        var path = _folder.Write("big.txt", "Uno.\n" + new string('a', 10_000_000));
        (await CommandLine.RunAsync([.. command.Split(' '), path])).Refuses($"{path}:2:", "10000000", "Split");
    }

    [Fact]
    public async Task TenMegabyteLine_OfSentences_IsSegmented()
    {
        const string sentence = "El presidente recibió a la delegación. ";
        var count = 10_000_000 / sentence.Length;
        var path = _folder.Write("line.txt", string.Concat(Enumerable.Repeat(sentence, count)));
        var result = await CommandLine.RunAsync("segment", "--lang", "es", path);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(count, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task TenMegabyteLine_InParallelText_IsRefusedWithItsLine()
    {
        var es = _folder.Write("a.es", "Uno.\n" + new string('a', 10_000_000) + "\n");
        var en = _folder.Write("a.en", "One.\nTwo.\n");
        (await CommandLine.RunAsync("import", es, en, "--langs", "es,en", "--memory", "m", "--data", _folder["data"])).Refuses($"{es}:2:", "10000000");
    }

    [Theory]
    [InlineData("a.tmx", "<tmx version='1.4'><header/><body><tu>")]
    [InlineData("a.tmx", "no markup at all")]
    [InlineData("a.tsv", "es\ten\nuno\tone\ttoo many\n")]
    [InlineData("a.tsv", "no header\n")]
    public async Task MalformedFile_Imported_IsNamed(string name, string content)
    {
        var path = _folder.Write(name, content);
        (await CommandLine.RunAsync("import", path, "--memory", "m", "--data", _folder["data"])).Refuses(path + ":", "Nothing of it was imported");
    }

    [Fact]
    public async Task MalformedGlossary_IsNamed()
    {
        _folder.Write("a.tbx", "<tbx type='TBX-Basic' style='dct' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2'><text><body><conceptEntry>");
        (await CommandLine.RunWithInputAsync("Hola.", "terms", "--lang", "es", "--glossary", _folder.Root)).Refuses(_folder["a.tbx"] + ":");
    }

    [Theory]
    [InlineData("lookup --from es --to en hola")]
    [InlineData("glossary export out")]
    public async Task NoStore_SaysHowToMakeOne(string command)
    {
        (await CommandLine.RunAsync([.. command.Split(' '), "--data", _folder["data"]])).Refuses(_folder["data"], "vjtm import");
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task StoreOfANewerVersion_IsRefusedAndLeftAlone()
    {
        SqliteStore.Open(new SqliteStoreOptions { DataFolder = _folder.Root }).Dispose();
        using (var connection = new SqliteConnection($"Data Source={_folder["vjtm.db"]};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        var before = Convert.ToHexString(File.ReadAllBytes(_folder["vjtm.db"]));
        (await CommandLine.RunAsync("lookup", "--from", "es", "--to", "en", "--data", _folder.Root, "hola")).Refuses("999");
        Assert.Equal(before, Convert.ToHexString(File.ReadAllBytes(_folder["vjtm.db"])));
    }

    [Fact]
    public async Task StoreThatAnotherProcessHolds_IsRefused()
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = _folder.Root });
        (await CommandLine.RunAsync("lookup", "--from", "es", "--to", "en", "--data", _folder.Root, "hola"))
            .Refuses(_folder.Root, $"process {Environment.ProcessId}", "stop that process");
    }

    [SkippableFact]
    public async Task FolderThatCannotBeWritten_IsRefused()
    {
        // Nobody may write here, not even root.
        const string Folder = "/proc/vjtm";
        Skip.IfNot(OperatingSystem.IsLinux(), "There is no /proc");
        (await CommandLine.RunAsync("glossary", "import", Shipped.Glossary, "--data", Folder)).Refuses(Folder, "Choose a folder");
    }
}
