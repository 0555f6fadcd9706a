using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>Several large texts at once: who looks something up meanwhile is not kept waiting.</summary>
public sealed class LargeTextTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int Length = 400_000;
    private const int Lookups = 10;

    [Fact]
    public async Task Lookups_WhileLargeTextsAreAligned_AreAnsweredBeforeTheLastOfThem()
    {
        var request = new AlignRequest
        {
            Texts = { Repeat("es", "El presidente llegó ayer a la capital y habló. "), Repeat("en", "The president arrived in the capital and spoke. ") },
        };
        var large = Enumerable.Range(0, 2 + Environment.ProcessorCount).Select(_ => server.Alignment.AlignAsync(request).ResponseAsync).ToList();
        for (var k = 0; k < Lookups; k++)
        {
            await server.Memory.LookupAsync(
                new LookupRequest { Text = "Los dos dirigentes se reunieron.", SourceLanguageCode = "es", TargetLanguageCode = "vi" });
        }

        Assert.Contains(large, call => !call.IsCompleted);
        Assert.All(await Task.WhenAll(large).WaitAsync(TimeSpan.FromMinutes(5)), reply => Assert.NotEmpty(reply.Pairs[0].Beads));
    }

    private static LanguageText Repeat(string language, string sentence) =>
        new() { LanguageCode = language, Text = string.Concat(Enumerable.Repeat(sentence, Length / sentence.Length)) };
}
