using Google.Protobuf.WellKnownTypes;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>What a memory answers after a reviewer has looked at a document in four languages.</summary>
public sealed class ReviewTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly Dictionary<string, string[]> Texts = new()
    {
        ["es"] = ["El ministro habló ayer en Tokio.", "El comercio creció un 5 % en 2023.", "Los dos países firmaron tres acuerdos."],
        ["en"] = ["The minister spoke yesterday in Tokyo.", "Trade grew by 5% in 2023.", "The two countries signed three agreements."],
        ["vi"] = ["Bộ trưởng đã phát biểu hôm qua tại Tokyo.", "Thương mại tăng 5% năm 2023.", "Hai nước đã ký ba thỏa thuận."],
        ["ja"] = ["大臣は昨日東京で演説した。", "貿易は2023年に5%増加した。", "両国は3つの協定に署名した。"],
    };

    [Fact]
    public async Task Reject_OfOnePair_TakesItOutOfItsUnitAndLeavesTheOthers()
    {
        var document = await AlignAsync();
        Assert.Equal("Trade grew by 5% in 2023.", Assert.Single(await FindAsync(document, "es", "en", 1)).Target.Text);

        await ReviewAsync(document, new BeadAction { Bead = 1, Reject = new Empty() });

        Assert.Empty(await FindAsync(document, "es", "en", 1));
        Assert.Empty(await FindAsync(document, "en", "es", 1));
        foreach (var (from, to) in new[] { ("es", "vi"), ("es", "ja"), ("en", "vi"), ("en", "ja"), ("vi", "ja") })
        {
            Assert.Equal(Texts[to][1], Assert.Single(await FindAsync(document, from, to, 1)).Target.Text);
        }
    }

    [Fact]
    public async Task Merge_OfOnePair_EndsTheOldPairs()
    {
        var document = await AlignAsync();

        await ReviewAsync(document, new BeadAction { Bead = 0, MergeNext = new Empty() });

        Assert.Empty(await FindAsync(document, "es", "en", 0));
        Assert.Empty(await FindAsync(document, "es", "en", 1));
        Assert.Single(await FindAsync(document, "es", "en", 2));
        Assert.Single(await FindAsync(document, "es", "vi", 0));
        var merged = Assert.Single((await LookupAsync(document, "es", "en", string.Join(' ', Texts["es"][..2]))).Matches);
        Assert.Equal((string.Join(' ', Texts["en"][..2]), "An", Variant.Types.Status.Approved), (merged.Target.Text, merged.Target.Author, merged.Target.Status));
    }

    [Fact]
    public async Task Confirm_OfAUnitThatWasReadAndPutBack_ApprovesIt()
    {
        var document = await AlignAsync();
        var found = Assert.Single(await FindAsync(document, "es", "en", 2));
        var unit = await server.Memory.GetUnitAsync(new GetUnitRequest { Name = found.Unit });
        unit.Attributes["client"] = "VNA";
        await server.Memory.PutUnitsAsync(new PutUnitsRequest { Parent = document.Memory, Units = { unit } });

        await ReviewAsync(document, new BeadAction { Bead = 2, Confirm = new Empty() });

        var confirmed = Assert.Single(await FindAsync(document, "es", "en", 2));
        Assert.Equal((found.Unit, Variant.Types.Status.Approved, "VNA"), (confirmed.Unit, confirmed.Target.Status, confirmed.Attributes["client"]));
    }

    [Fact]
    public async Task Review_ElsewhereInTheDocument_LeavesWhatWasDeletedAndTypedAlone()
    {
        var document = await AlignAsync();
        var deleted = Assert.Single(await FindAsync(document, "es", "en", 0));
        var typed = Assert.Single(await FindAsync(document, "es", "en", 1));
        await server.Memory.DeleteUnitsAsync(new DeleteUnitsRequest { Parent = document.Memory, Names = { deleted.Unit } });
        await server.Memory.UpdateUnitAsync(new UpdateUnitRequest
        {
            Unit = new Unit { Name = typed.Unit, Variants = { new Variant { LanguageCode = "en", Text = "Commerce grew.", Status = Variant.Types.Status.Approved } } },
        });

        await ReviewAsync(document, new BeadAction { Bead = 2, Confirm = new Empty() });

        Assert.Empty(await FindAsync(document, "es", "en", 0));
        var left = Assert.Single(await FindAsync(document, "es", "en", 1)).Target;
        Assert.Equal(("Commerce grew.", Variant.Types.Status.Approved), (left.Text, left.Status));
    }

    private async Task<Document> AlignAsync()
    {
        var id = $"d-{Guid.NewGuid():n}";
        await server.Memory.CreateMemoryAsync(new CreateMemoryRequest { MemoryId = id, Memory = new Memory() });
        var document = await server.Alignment.AlignDocumentAsync(new AlignDocumentRequest
        {
            DocumentId = id,
            Memory = "memories/" + id,
            Texts = { Texts.Select(t => new LanguageText { LanguageCode = t.Key, Text = string.Join("\n\n", t.Value) }) },
        });
        Assert.All(document.Pairs, pair => Assert.Equal([0, 1, 2], pair.Beads.Select(b => Assert.Single(b.Source))));
        return document;
    }

    private async Task ReviewAsync(Document document, BeadAction action) => await server.Alignment.ReviewBeadsAsync(new ReviewBeadsRequest
    {
        Name = document.Name,
        SourceLanguageCode = "es",
        TargetLanguageCode = "en",
        Actions = { action },
        Revision = document.Revision,
        Author = "An",
    });

    private async Task<IEnumerable<Match>> FindAsync(Document document, string from, string to, int segment) =>
        (await LookupAsync(document, from, to, Texts[from][segment])).Matches.Where(m => m.MatchRate >= 100);

    private async Task<LookupResponse> LookupAsync(Document document, string from, string to, string text) => await server.Memory.LookupAsync(new LookupRequest
    {
        Text = text,
        SourceLanguageCode = from,
        TargetLanguageCode = to,
        Memories = { document.Memory },
        TranslatedOnly = true,
    });
}
