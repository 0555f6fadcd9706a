using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>What the server refuses: with exit code 2, one line that says what to do, and a store that is as it was.</summary>
public sealed class RefusedStartTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5280", "TLS")]
    [InlineData("http://[::]:5280", "TLS")]
    [InlineData("http://203.0.113.7:5280", "TLS")]
    [InlineData("http://news.example:5280", "TLS")]
    [InlineData("http://localhost:5280;http://0.0.0.0:5281", "0.0.0.0:5281")]
    [InlineData("https://localhost:5280", "https")]
    [InlineData("http://*:5280", "http://localhost:5280")]
    [InlineData("localhost", "http://localhost:5280")]
    [InlineData("", "http://localhost:5280")]
    [InlineData(" ; ", "http://localhost:5280")]
    public async Task Start_AddressNotLoopback_IsRefusedBeforeAStoreIsMade(string urls, string says)
    {
        using var folder = new TemporaryFolder();
        (await ServerProcess.RunAsync(folder["data"], urls)).AssertRefused(says);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Start_PortInUse_IsRefusedBeforeAStoreIsMade(string host)
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        (await ServerProcess.RunAsync(folder["data"], $"http://{host}:{port}")).AssertRefused(port, "--urls");

        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("extra")]
    public async Task Start_UnknownArgument_IsRefused(string argument)
    {
        using var folder = new TemporaryFolder();
        await using var server = ServerProcess.Launch(["--data", folder["data"], argument]);
        (await server.EndAsync()).AssertRefused(argument);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task SecondServer_SameStore_IsToldWhoHoldsIt()
    {
        using var folder = new TemporaryFolder();
        await using var first = await ServerProcess.StartAsync(folder["data"]);
        Directory.CreateSymbolicLink(folder["linked-folder"], folder["data"]);
        Directory.CreateDirectory(folder["linked-file"]);
        File.CreateSymbolicLink(folder["linked-file", "vjtm.db"], folder["data", "vjtm.db"]);

        foreach (var name in new[] { "data", "linked-folder", "linked-file" })
        {
            var exit = await ServerProcess.RunAsync(folder[name]);
            exit.AssertRefused($"process {first.ProcessId}", first.Url);
        }

        await first.TerminateAsync();
        StoreState.AssertSamples(StoreState.Read(folder["data"]));
    }

    [SkippableFact]
    public async Task SecondServer_HardLinkedDatabase_IsRefused()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Names of a file are counted on Linux only.");
        using var folder = new TemporaryFolder();
        await using var first = await ServerProcess.StartAsync(folder["data"]);
        Directory.CreateDirectory(folder["hard"]);
        Assert.Equal(0, Link(folder["data", "vjtm.db"], folder["hard", "vjtm.db"]));

        (await ServerProcess.RunAsync(folder["hard"])).AssertRefused("hard link", folder["hard"]);

        File.Delete(folder["hard", "vjtm.db"]);
        await first.TerminateAsync();
        StoreState.AssertSamples(StoreState.Read(folder["data"]));
    }

    [Fact]
    public async Task Start_TextFileAsDatabase_IsRefusedAndKeepsTheFile()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("vjtm.db", "Estimados colegas:\nesto no es una base de datos.\n");
        var before = File.ReadAllBytes(file);
        (await ServerProcess.RunAsync(folder.Root)).AssertRefused(folder.Root);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task Start_DatabaseOfAnotherProgram_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Execute(folder["vjtm.db"], "CREATE TABLE recipes (name TEXT)");
        (await ServerProcess.RunAsync(folder.Root)).AssertRefused("another program", folder.Root);
    }

    [Fact]
    public async Task Start_NewerSchema_IsRefusedAndTheStoreIsAsItWas()
    {
        using var folder = new TemporaryFolder();
        await using (var server = await ServerProcess.StartAsync(folder.Root))
        {
            await server.TerminateAsync();
        }

        var version = Execute(folder["vjtm.db"], "PRAGMA user_version");
        Execute(folder["vjtm.db"], "PRAGMA user_version = 999");
        (await ServerProcess.RunAsync(folder.Root)).AssertRefused("schema 999", "newer");

        Execute(folder["vjtm.db"], $"PRAGMA user_version = {version}");
        StoreState.AssertSamples(StoreState.Read(folder.Root));
    }

    [Fact]
    public async Task Start_ZeroByteDatabase_IsANewStore()
    {
        // What a crash before the first commit leaves behind must not keep the next start from its work.
        using var folder = new TemporaryFolder();
        folder.Write("vjtm.db", "");
        await using var server = await ServerProcess.StartAsync(folder.Root);
        await server.TerminateAsync();
        StoreState.AssertSamples(StoreState.Read(folder.Root));
    }

    [Fact]
    public async Task Start_DataFolderIsAFile_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("data", "a file");
        (await ServerProcess.RunAsync(file)).AssertRefused(file);
        Assert.Equal("a file", File.ReadAllText(file));
    }

    private static object? Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);
}
