using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.Errors;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>Documents over the wire: what is said of doubtful texts, rules that a client brings along, and reviews.</summary>
public sealed class DocumentTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Memory = "memories/vietnam-japan";
    private const string Spanish = "El presidente llegó ayer a la capital. Se reunió con su homólogo y los dos hablaron de comercio y de la paz en la región.";
    private const string English = "The president arrived in the capital yesterday. He met with his counterpart and the two spoke about trade and peace in the region.";

    private const string Rules = """
        <?xml version="1.0"?>
        <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/>
        <body><languagerules><languagerule languagerulename="Own">
        <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>
        <rule break="yes"><beforebreak>(</beforebreak><afterbreak>\s</afterbreak></rule>
        </languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="Own"/></maprules></body></srx>
        """;

    [Fact]
    public async Task Align_TextsInTheWrongOrder_AreNamed()
    {
        var reply = await server.Alignment.AlignAsync(new AlignRequest { Texts = { Text("es", English), Text("en", Spanish) } });
        Assert.Equal([("es", "en"), ("en", "es")], reply.Notices.Select(n => (n.LanguageCode, n.LikelyLanguageCode)));
        Assert.All(reply.Notices, notice => Assert.Equal(TextNotice.Types.Kind.LanguageDoubtful, notice.Kind));
        Assert.Equal("The text marked es reads like en. If texts and languages are not in the same order, change the order.", reply.Notices[0].Message);
        Assert.Empty((await server.Alignment.AlignAsync(new AlignRequest { Texts = { Text("es", Spanish), Text("en", English) } })).Notices);
    }

    [Fact]
    public async Task AlignDocument_TextsInTheWrongOrder_AreNamedOnceAndNotStored()
    {
        var stored = await server.Alignment.AlignDocumentAsync(Request("swapped", English, Spanish));
        Assert.Equal(["es", "en"], stored.Notices.Select(n => n.LanguageCode));
        Assert.Empty((await server.Alignment.GetDocumentAsync(new GetDocumentRequest { Name = stored.Name })).Notices);
    }

    [Fact]
    public async Task AlignDocument_RefusingMismatches_StoresNeitherDocumentNorMemory()
    {
        var request = Request("refused", English, Spanish);
        (request.RefuseMismatches, request.CreateMemory, request.Memory) = (true, true, "memories/refused");
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Alignment.AlignDocumentAsync(request));
        Assert.Equal((StatusCode.InvalidArgument, true), (failure.StatusCode, failure.Status.Detail.StartsWith("The text marked es reads like en.", StringComparison.Ordinal)));

        var listed = await Assert.ThrowsAsync<RpcException>(async () => await server.Alignment.ListDocumentsAsync(new ListDocumentsRequest { Memory = request.Memory }));
        Assert.Equal(StatusCode.NotFound, listed.StatusCode);
        request.RefuseMismatches = false;
        await server.Alignment.AlignDocumentAsync(request);
        var document = Assert.Single((await server.Alignment.ListDocumentsAsync(new ListDocumentsRequest { Memory = request.Memory })).Documents);
        Assert.Equal(["es", "en"], document.LanguageCodes);
        Assert.Equal((2, 0), (document.BeadCount, document.ReviewedCount));
        Assert.Empty(document.Texts);
        Assert.Empty(document.Pairs);
    }

    [Fact]
    public async Task DeletedDocumentAndMemory_AreFoundAsOfThenAndAfterARevert()
    {
        var request = Request("deleted", Spanish, English);
        (request.CreateMemory, request.Memory) = (true, "memories/deleted");
        var stored = await server.Alignment.AlignDocumentAsync(request);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await server.Memory.DeleteMemoryAsync(new DeleteMemoryRequest { Name = request.Memory }));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);

        await server.Alignment.DeleteDocumentAsync(new DeleteDocumentRequest { Name = stored.Name });
        Assert.Equal(0, await MatchesAsync(0));
        await server.Memory.DeleteMemoryAsync(new DeleteMemoryRequest { Name = request.Memory, Author = "Ana", RequestId = Guid.NewGuid().ToString() });
        Assert.Equal(1, await MatchesAsync(stored.Revision));
        Assert.DoesNotContain((await server.Memory.ListMemoriesAsync(new ListMemoriesRequest())).Memories, m => m.Name == request.Memory);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await server.Alignment.AlignDocumentAsync(
            Request("more", Spanish, English, request.Memory)))).StatusCode);

        var changes = (await server.Memory.ListChangeSetsAsync(new ListChangeSetsRequest { PageSize = 2 })).ChangeSets;
        Assert.Equal(["Delete memory deleted", "Delete document deleted"], changes.Select(c => c.Reason));
        foreach (var change in changes)
        {
            await server.Memory.RevertChangeSetAsync(new RevertChangeSetRequest { Name = change.Name });
        }

        Assert.Equal(1, await MatchesAsync(0));

        async Task<int> MatchesAsync(long asOf) => (await server.Memory.LookupAsync(new LookupRequest
        {
            Text = "El presidente llegó ayer a la capital.",
            SourceLanguageCode = "es",
            TargetLanguageCode = "en",
            Memories = { request.Memory },
            AsOfRevision = asOf,
        })).Matches.Count;
    }

    [Fact]
    public async Task AlignDocument_OneSideAHundredTimesLonger_IsNamed()
    {
        var stored = await server.Alignment.AlignDocumentAsync(Request("long", Spanish, string.Join('\n', Enumerable.Repeat(English, 100))));
        var notice = Assert.Single(stored.Notices);
        Assert.Equal((TextNotice.Types.Kind.LengthsDiffer, "en", "es"), (notice.Kind, notice.LanguageCode, notice.OtherLanguageCode));
    }

    [Fact]
    public async Task AlignDocument_HalfATranslation_NamesThePartThatIsMissing()
    {
        const string More = "\nAñadió que las obras comenzarán en octubre.\nEl centro podrá acoger a 600 alumnos.\nRegresará a Tokio el sábado.\nLa feria abre mañana.\nLos precios no cambian.\nLa lluvia cesó por la tarde.";
        foreach (var notices in new[]
        {
            (await server.Alignment.AlignDocumentAsync(Request("half", Spanish + More, English))).Notices,
            (await server.Alignment.AlignAsync(new AlignRequest { Texts = { Request("half", Spanish + More, English).Texts } })).Notices,
        })
        {
            var notice = Assert.Single(notices);
            Assert.Equal((TextNotice.Types.Kind.PartMissing, "es", "en"), (notice.Kind, notice.LanguageCode, notice.OtherLanguageCode));
            Assert.Equal("The last 6 es segments have no counterpart in en.", notice.Message);
        }
    }

    [Fact]
    public async Task AlignDocument_OwnRules_SegmentAndNameWhatTheyLack()
    {
        var request = Request("own-rules", "Llegó. Habló; partió.", "He came. He spoke; he left.");
        request.SegmentationRules = ByteString.CopyFromUtf8(Rules);
        var stored = await server.Alignment.AlignDocumentAsync(request);
        Assert.Equal(["Llegó. Habló;", "partió."], stored.Texts[0].Segments.Select(s => s.Text));
        Assert.Equal(TextNotice.Types.Kind.RuleRefused, Assert.Single(stored.Notices).Kind);
        Assert.Contains("SRX001", stored.Notices[0].Message);
    }

    [Fact]
    public async Task AlignDocument_LongerThanAnOrdinaryMessage_IsStoredAndReadBack()
    {
        const int sentences = 20_000;
        static string Long(string sentence) => string.Join('\n', Enumerable.Range(0, sentences).Select(i => $"{sentence} {i}."));
        using var channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { MaxReceiveMessageSize = null });
        var alignment = new V1Alpha1.Alignment.AlignmentClient(channel);
        var request = Request("book", Long("El presidente recibió a la delegación que llegó de Hanói y de Tokio con el número"), Long("The president received the delegation from Hanoi and Tokyo with the number"));
        Assert.True(request.Texts.Sum(t => t.Text.Length) > 3_000_000);

        var stored = await alignment.AlignDocumentAsync(request);
        Assert.Equal(sentences, stored.Pairs[0].Beads.Count);
        var read = await alignment.GetDocumentAsync(new GetDocumentRequest { Name = stored.Name });
        Assert.True(read.CalculateSize() > 4 * 1024 * 1024);
        Assert.Equal(stored.Texts, read.Texts);
    }

    [Fact]
    public async Task GetDocument_TextsAsTheyCame_SegmentsHaveTheirPlaces()
    {
        var stored = await server.Alignment.AlignDocumentAsync(Request("places", "😀 " + Spanish, English));
        Assert.All(stored.Texts, text => Assert.All(
            text.Segments, s => Assert.Equal(s.Text, (text.LanguageCode == "es" ? "😀 " + Spanish : English)[s.Span.StartUtf16..s.Span.EndUtf16])));
    }

    [Fact]
    public async Task SegmentAndAlign_OwnRules_AreUsedAndWhatTheyLackIsNamed()
    {
        var rules = ByteString.CopyFromUtf8(Rules);
        var segmented = await server.Alignment.SegmentAsync(new SegmentRequest { Content = Text("es", "Visitó laactividad; partió."), Mend = true, SegmentationRules = rules });
        Assert.Equal(["Visitó la actividad;", "partió."], segmented.Segments.Select(s => s.Text));
        Assert.Equal("lost-space", Assert.Single(segmented.MendEdits).Kind);
        Assert.Equal(TextNotice.Types.Kind.RuleRefused, Assert.Single(segmented.Notices).Kind);

        var aligned = await server.Alignment.AlignAsync(new AlignRequest { Texts = { Text("es", "Habló; partió."), Text("en", "He spoke; he left.") }, SegmentationRules = rules });
        Assert.All(aligned.Texts, text => Assert.Equal(2, text.Segments.Count));
        Assert.Contains(aligned.Notices, notice => notice.Kind == TextNotice.Types.Kind.RuleRefused);
    }

    [Theory]
    [InlineData("<html/>", ErrorCode.FileMalformed, null)]
    [InlineData(null, ErrorCode.ArgumentInvalid, "segmentation_rules")]
    public async Task AlignDocument_RulesThatAreNone_AreRefused(string? rules, ErrorCode code, string? field)
    {
        var request = Request("no-rules", Spanish, English);
        request.SegmentationRules = rules is null ? ByteString.CopyFrom(new byte[1_048_577]) : ByteString.CopyFromUtf8(rules);
        await new Refusal(StatusCode.InvalidArgument, code, field, s => s.Alignment.AlignDocumentAsync(request).ResponseAsync).AssertAsync(server);
    }

    [Fact]
    public async Task ReviewBeads_SecondReviewerOfARevision_IsAborted()
    {
        var document = await server.Alignment.AlignDocumentAsync(Request("contested", Spanish, English));
        var first = await server.Alignment.ReviewBeadsAsync(Review(document, new BeadAction { Bead = 0, Confirm = new Empty() }));
        Assert.Equal(Bead.Types.Status.Confirmed, first.Pairs[0].Beads[0].Status);

        var late = Review(document, new BeadAction { Bead = 1, Reject = new Empty() });
        await new Refusal(StatusCode.Aborted, ErrorCode.RevisionStale, null, s => s.Alignment.ReviewBeadsAsync(late).ResponseAsync).AssertAsync(server);

        late.Revision = first.Revision;
        var second = await server.Alignment.ReviewBeadsAsync(late);
        Assert.Equal(
            [Bead.Types.Status.Confirmed, Bead.Types.Status.Rejected], second.Pairs[0].Beads.Select(bead => bead.Status));
    }

    [Fact]
    public async Task ReviewBeads_TwoReviewersOfDifferentPairs_AreBothHeard()
    {
        var request = Request("shared", Spanish, English);
        request.Texts.Add(Text("vi", "Tổng thống đến thủ đô hôm qua. Ông gặp người đồng cấp và hai bên nói về thương mại và hòa bình trong khu vực."));
        var document = await server.Alignment.AlignDocumentAsync(request);
        await server.Alignment.ReviewBeadsAsync(Review(document, new BeadAction { Bead = 0, Confirm = new Empty() }));
        var other = Review(document, new BeadAction { Bead = 0, Reject = new Empty() });
        (other.SourceLanguageCode, other.TargetLanguageCode) = ("en", "vi");
        var both = await server.Alignment.ReviewBeadsAsync(other);
        Assert.Equal(Bead.Types.Status.Confirmed, both.Pairs[0].Beads[0].Status);
        Assert.Equal(Bead.Types.Status.Rejected, both.Pairs[2].Beads[0].Status);

        other.Actions[0] = new BeadAction { Bead = 0, Confirm = new Empty() };
        await new Refusal(StatusCode.Aborted, ErrorCode.RevisionStale, null, s => s.Alignment.ReviewBeadsAsync(other).ResponseAsync).AssertAsync(server);
    }

    [Fact]
    public async Task ReviewBeads_Repeated_AnswersLikeTheFirst()
    {
        var document = await server.Alignment.AlignDocumentAsync(Request("repeated", Spanish, English));
        var review = Review(document, new BeadAction { Bead = 0, Confirm = new Empty() });
        review.RequestId = "review-repeated";
        var first = await server.Alignment.ReviewBeadsAsync(review);
        Assert.Equal(first, await server.Alignment.ReviewBeadsAsync(review));
    }

    [Fact]
    public async Task ReviewBeads_Confirmed_RenewsTheTimeOfTheUnitAndApprovesIt()
    {
        var document = await server.Alignment.AlignDocumentAsync(Request("renewed", "Ríe el ñandú en Zamora.", "The rhea laughs in Zamora."));
        var before = await FindAsync("Ríe el ñandú en Zamora.");
        await server.Alignment.ReviewBeadsAsync(Review(document, new BeadAction { Bead = 0, Confirm = new Empty() }));
        var after = await FindAsync("Ríe el ñandú en Zamora.");
        Assert.Equal(before.Name, after.Name);
        Assert.All(after.Variants, variant => Assert.Equal(Variant.Types.Status.Approved, variant.Status));
        foreach (var (earlier, later) in before.Variants.Zip(after.Variants))
        {
            Assert.Equal(earlier.CreateTime, later.CreateTime);
            Assert.True(later.UpdateTime.ToDateTime() > earlier.UpdateTime.ToDateTime());
        }
    }

    private static AlignDocumentRequest Request(string id, string spanish, string english, string memory = Memory) =>
        new() { DocumentId = id, Memory = memory, Texts = { Text("es", spanish), Text("en", english) } };

    private static ReviewBeadsRequest Review(Document document, params BeadAction[] actions) => new()
    {
        Name = document.Name,
        SourceLanguageCode = "es",
        TargetLanguageCode = "en",
        Actions = { actions },
        Revision = document.Revision,
    };

    private static LanguageText Text(string language, string text) => new() { LanguageCode = language, Text = text };

    private async Task<Unit> FindAsync(string text)
    {
        var found = await server.Memory.LookupAsync(new LookupRequest { Text = text, SourceLanguageCode = "es", TargetLanguageCode = "en" });
        return await server.Memory.GetUnitAsync(new GetUnitRequest { Name = found.Matches[0].Unit });
    }
}
