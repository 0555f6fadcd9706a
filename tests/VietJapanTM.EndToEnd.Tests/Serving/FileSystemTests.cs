using Grpc.Net.Client;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>File systems that cannot do what SQLite needs, or take their time over it.</summary>
public sealed class FileSystemTests
{
    [SkippableTheory]
    [InlineData("vjtm.db-shm", "mmap", "error=ENODEV", "shared memory")]
    [InlineData("vjtm.db", "fcntl", "error=ENOLCK", "no locks")]
    [InlineData("vjtm.db", "fcntl", "error=EIO", "without shared memory or locks")]
    public async Task Start_FileSystemWithoutSharedMemoryOrLocks_IsRefusedWithTheReason(string file, string calls, string how, string says)
    {
        await Strace.RequireAsync();
        using var folder = new TemporaryFolder();

        var exit = await ServerProcess.RunUnderAsync(Strace.Spoil(folder["log"], folder["data", file], calls, how), folder["data"]);

        exit.AssertRefused(says, "local disk");
    }

    [SkippableFact]
    public async Task SlowDisk_WhileAWriteWaitsForIt_LookupsAreAnswered()
    {
        await Strace.RequireAsync();
        using var folder = new TemporaryFolder();
        var prefix = Strace.Spoil(folder["log"], folder["data", "vjtm.db-wal"], "fdatasync,fsync", "delay_enter=1s");
        await using var server = await ServerProcess.StartUnderAsync(prefix, folder["data"]);
        using var channel = GrpcChannel.ForAddress(server.Url);
        var client = new TranslationMemory.TranslationMemoryClient(channel);
        var lookup = new LookupRequest { Text = "Buenos días.", SourceLanguageCode = "es", TargetLanguageCode = "vi" };
        await client.LookupAsync(lookup);

        var answered = 0;
        var unit = new Unit { Variants = { new Variant { LanguageCode = "es", Text = lookup.Text }, new Variant { LanguageCode = "vi", Text = "Chào." } } };
        var put = client.PutUnitsAsync(new PutUnitsRequest { Parent = "memories/vietnam-japan", Units = { unit } }).ResponseAsync;
        while (!put.IsCompleted)
        {
            var answer = await client.LookupAsync(lookup);
            answered += put.IsCompleted ? 0 : 1;
            Assert.True(answer.Matches.Count == 0 || await Task.WhenAny(put, Task.Delay(TimeSpan.FromSeconds(30))) == put, "A unit was seen before it was safe.");
        }

        await put;
        Assert.InRange(answered, 3, int.MaxValue);
        Assert.Single((await client.LookupAsync(lookup)).Matches);
        Assert.Equal(0, (await server.TerminateAsync()).Code);
    }
}
