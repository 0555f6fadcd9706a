using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A server that is killed while units come in and the index's files are written and merged.</summary>
public sealed class IndexCrashTests
{
    private const int Kills = 5;
    private const int UnitsOfAPut = 900;

    [Fact]
    public async Task Kill_InImportAndInMerge_LeavesIndexAndStoreAgreed()
    {
        var random = new Random(11);
        using var folder = new TemporaryFolder();
        var written = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Root);
            using var channel = GrpcChannel.ForAddress(server.Url);
            var memory = new TranslationMemory.TranslationMemoryClient(channel);
            await AssertAgreeAsync(memory, written, random);
            if (kill == Kills)
            {
                var exit = await server.TerminateAsync();
                Assert.Equal((0, ""), (exit.Code, exit.Error));
                break;
            }

            var writing = WriteAsync(memory, kill, written);
            var before = Files(folder.Root);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (Files(folder.Root).SetEquals(before))
            {
                await Task.Delay(1, patience.Token);
            }

            await Task.Delay(random.Next(40), patience.Token);
            await server.KillAsync();
            await writing;
        }

        Assert.InRange(written.Count, Kills, int.MaxValue);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.Root, "index"), "*.chunk"));
    }

    /// <summary>The files of the index, those that are being written too.</summary>
    private static HashSet<string> Files(string data) =>
        [.. Directory.Exists(Path.Combine(data, "index")) ? Directory.GetFiles(Path.Combine(data, "index")) : []];

    /// <summary>Puts large requests, half of whose units replace older ones, until the server is gone.</summary>
    private static async Task WriteAsync(TranslationMemory.TranslationMemoryClient memory, int kill, ConcurrentDictionary<string, string> written)
    {
        try
        {
            for (var put = 0; ; put++)
            {
                var request = new PutUnitsRequest { Parent = "memories/vietnam-japan" };
                for (var i = 0; i < UnitsOfAPut; i++)
                {
                    var key = string.Create(CultureInfo.InvariantCulture, $"k{(i % 2 == 0 ? i : (((kill * 100) + put) * UnitsOfAPut) + i)}");
                    var text = string.Create(CultureInfo.InvariantCulture, $"La frase {i} de la carta {put} llegó en el día {kill} con la clave {key}.");
                    request.Units.Add(new Unit { Key = key, Variants = { new Variant { LanguageCode = "es", Text = text } } });
                }

                await memory.PutUnitsAsync(request);
                foreach (var unit in request.Units)
                {
                    written[unit.Key] = unit.Variants[0].Text;
                }
            }
        }
        catch (RpcException)
        {
            // Killed.
        }
    }

    /// <summary>Every acknowledged unit, or a later version of it, is found; and the index answers as the scan of the store does.</summary>
    private static async Task AssertAgreeAsync(
        TranslationMemory.TranslationMemoryClient memory, ConcurrentDictionary<string, string> written, Random random)
    {
        foreach (var (key, text) in written.OrderBy(_ => random.Next()).Take(60))
        {
            var request = new LookupRequest { Text = text, SourceLanguageCode = "es", TargetLanguageCode = "vi", MinMatchRate = 70, MaxMatches = 20 };
            var found = await memory.LookupAsync(request);
            Assert.Contains(found.Matches, m => m.Key == key);
            if (random.Next(6) == 0)
            {
                request.Exhaustive = true;
                var scanned = await memory.LookupAsync(request);
                Assert.Equal(scanned.Matches.Select(m => (m.Unit, m.MatchRate)), found.Matches.Select(m => (m.Unit, m.MatchRate)));
                Assert.Equal(scanned.Revision, found.Revision);
            }
        }
    }
}
