using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.V1Alpha1;
using static Grpc.Core.StatusCode;
using static VietJapanTM.Errors.ErrorCode;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>Requests that no client should send: each is refused with its status, plain words and details, and writes nothing.</summary>
public sealed class BadInputTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Parent = "memories/vietnam-japan";

    private static readonly Dictionary<string, Refusal> Refusals = new()
    {
        ["Lookup: language missing"] = Lookup(LanguageInvalid, "source_language_code", r => r.SourceLanguageCode = ""),
        ["Lookup: language malformed"] = Lookup(LanguageInvalid, "target_language_code", r => r.TargetLanguageCode = "tiếng Việt"),
        ["Lookup: text empty"] = Lookup(TextEmpty, "text", r => r.Text = ""),
        ["Lookup: text of white space"] = Lookup(TextEmpty, "text", r => r.Text = " \t\n\u00a0\u3000"),
        ["Lookup: text of 100,000"] = Lookup(TextTooLong, "text", r => r.Text = new string('a', 100_000)),
        ["Lookup: text one too long"] = Lookup(TextTooLong, "text", r => r.Text = new string('a', 65_537)),
        ["Lookup: previous text too long"] = Lookup(TextTooLong, "previous_text", r => r.PreviousText = new string('a', 65_537)),
        ["Lookup: threshold 49"] = Lookup(ArgumentInvalid, "min_match_rate", r => r.MinMatchRate = 49),
        ["Lookup: threshold 101"] = Lookup(ArgumentInvalid, "min_match_rate", r => r.MinMatchRate = 101),
        ["Lookup: threshold negative"] = Lookup(ArgumentInvalid, "min_match_rate", r => r.MinMatchRate = -1),
        ["Lookup: matches negative"] = Lookup(ArgumentInvalid, "max_matches", r => r.MaxMatches = -1),
        ["Lookup: matches 1001"] = Lookup(ArgumentInvalid, "max_matches", r => r.MaxMatches = 1001),
        ["Lookup: profile unknown"] = Lookup(ArgumentInvalid, "profile", r => r.Profile = (LookupRequest.Types.Profile)99),
        ["Lookup: memory unknown"] = Lookup(NotFound, MemoryNotFound, null, r => r.Memories.Add("memories/none")),
        ["Lookup: memory's name malformed"] = Lookup(ArgumentInvalid, "memories[0]", r => r.Memories.Add("vietnam-japan")),
        ["Lookup: document's name malformed"] = Lookup(ArgumentInvalid, "document", r => r.Document = "documents/"),

        ["Lookup: 100,000 tokens"] = Lookup(TextTooLong, "text", r => r.Text = string.Concat(Enumerable.Repeat("a ", 100_000))),
        ["Lookup: memory of a selection unknown"] = Lookup(NotFound, MemoryNotFound, null, r => r.MemorySelections.Add(new MemorySelection { Memory = "memories/none" })),
        ["Lookup: penalty of a selection 101"] = Lookup(
            ArgumentInvalid, "memory_selections[0].penalty", r => r.MemorySelections.Add(new MemorySelection { Memory = Parent, Penalty = 101 })),
        ["Lookup: memories twice"] = Lookup(ArgumentInvalid, "memory_selections", r =>
        {
            r.Memories.Add(Parent);
            r.MemorySelections.Add(new MemorySelection { Memory = Parent });
        }),
        ["Lookup: filter's document malformed"] = Lookup(ArgumentInvalid, "filter.documents[0]", r => r.Filter = new MatchFilter { Documents = { "x" } }),
        ["Lookup: filter's status unset"] = Lookup(ArgumentInvalid, "filter.statuses[0]", r => r.Filter = new MatchFilter { Statuses = { Variant.Types.Status.Unspecified } }),
        ["Lookup: filter's times reversed"] = Lookup(ArgumentInvalid, "filter.changed_before", r => r.Filter = new MatchFilter
        {
            ChangedFrom = new Timestamp { Seconds = 10 },
            ChangedBefore = new Timestamp { Seconds = 10 },
        }),
        ["Lookup: tag outside the text"] = Lookup(ArgumentInvalid, "tags[0].position_utf16", r => r.Tags.Add(Tag(9_999))),
        ["Explain: no look-up"] = Of(InvalidArgument, ArgumentInvalid, "lookup", s => Call(s.Memory.ExplainAsync(new ExplainRequest { Unit = Parent + "/units/u0000000001" }))),
        ["Explain: unit malformed"] = Explain(InvalidArgument, ArgumentInvalid, "unit", "u0000000001"),
        ["Explain: unit unknown"] = Explain(NotFound, UnitNotFound, null, Parent + "/units/u0zzzzzzzzz"),
        ["Explain: unit in another memory"] = Explain(NotFound, UnitNotFound, null, "memories/other/units/u0000000001"),

        ["PutUnits: memory unknown"] = Put(NotFound, MemoryNotFound, null, r => r.Parent = "memories/none"),
        ["PutUnits: parent malformed"] = Put(ArgumentInvalid, "parent", r => r.Parent = "documents/vietnam-japan"),
        ["PutUnits: no units"] = Put(ArgumentInvalid, "units", r => r.Units.Clear()),
        ["PutUnits: 10,001 units"] = Put(ArgumentInvalid, "units", r => r.Units.Add(Enumerable.Repeat(new Unit(), 10_001))),
        ["PutUnits: no variants"] = Put(ArgumentInvalid, "units[1].variants", r => r.Units.Add(new Unit())),
        ["PutUnits: text empty"] = Put(TextEmpty, "units[0].variants[1].text", r => r.Units[0].Variants.Add(Text("vi", " "))),
        ["PutUnits: text too long"] = Put(TextTooLong, "units[0].variants[0].text", r => r.Units[0].Variants[0].Text = new string('x', 65_537)),
        ["PutUnits: text with U+0000"] = Put(TextMalformed, "units[0].variants[0].text", r => r.Units[0].Variants[0].Text = "a\0b"),
        ["PutUnits: language malformed"] = Put(LanguageInvalid, "units[0].variants[0].language_code", r => r.Units[0].Variants[0].LanguageCode = "e"),
        ["PutUnits: unit unknown"] = Put(NotFound, UnitNotFound, null, r => r.Units[0].Name = Parent + "/units/u0zzzzzzzzz"),
        ["PutUnits: unit in another memory"] = Put(ArgumentInvalid, "units[0].name", r => r.Units[0].Name = "memories/other/units/u0000000001"),
        ["PutUnits: tag outside the text"] = Put(ArgumentInvalid, "units[0].variants[0].tags[0].position_utf16", r => r.Units[0].Variants[0].Tags.Add(Tag(99))),
        ["PutUnits: tag of no kind"] = Put(ArgumentInvalid, "units[0].variants[0].tags[0].kind", r => r.Units[0].Variants[0].Tags.Add(Tag(0))),
        ["PutUnits: time out of range"] = Put(
            ArgumentInvalid, "units[0].variants[0].create_time", r => r.Units[0].Variants[0].CreateTime = new Timestamp { Seconds = long.MaxValue }),
        ["PutUnits: request_id too long"] = Put(ArgumentInvalid, "request_id", r => r.RequestId = new string('r', 129)),
        ["PutUnits: one bad unit among good ones"] = Put(TextEmpty, "units[2].variants[0].text", r => r.Units.Add([Good(), new Unit { Variants = { Text("es", "") } }])),
        ["GetUnit: unknown"] = Of(NotFound, UnitNotFound, null, s => Call(s.Memory.GetUnitAsync(new GetUnitRequest { Name = Parent + "/units/none" }))),
        ["GetUnit: name malformed"] = Of(InvalidArgument, ArgumentInvalid, "name", s => Call(s.Memory.GetUnitAsync(new GetUnitRequest { Name = "units/u1" }))),

        ["PutUnits: document malformed"] = Put(ArgumentInvalid, "units[0].document", r => r.Units[0].Document = "documents/Año 2024"),
        ["PutUnits: etag of another server"] = Put(ArgumentInvalid, "units[0].etag", r => (r.Units[0].Name, r.Units[0].Etag) = (Parent + "/units/u0000000001", "*")),
        ["PutUnits: confidence of 2"] = Put(
            ArgumentInvalid, "units[0].confidences[0].confidence", r => r.Units[0].Confidences.Add(new PairConfidence { FirstLanguageCode = "es", SecondLanguageCode = "vi", Confidence = 2 })),
        ["PutUnits: position negative"] = Put(ArgumentInvalid, "units[0].variants[0].position", r => r.Units[0].Variants[0].Position = -1),
        ["UpdateUnit: no unit"] = Update(InvalidArgument, ArgumentInvalid, "unit", null),
        ["UpdateUnit: nothing to change"] = Update(InvalidArgument, ArgumentInvalid, "update_mask", new Unit()),
        ["UpdateUnit: field that cannot change"] = Update(InvalidArgument, ArgumentInvalid, "update_mask", new Unit(), "revision"),
        ["UpdateUnit: no variants left"] = Update(InvalidArgument, ArgumentInvalid, "unit.variants", new Unit(), "*"),
        ["UpdateUnit: unknown"] = Of(NotFound, UnitNotFound, null, s => Call(s.Memory.UpdateUnitAsync(
            new UpdateUnitRequest { Unit = new Unit { Name = Parent + "/units/u0zzzzzzzzz", Key = "k" } }))),
        ["DeleteUnits: no names"] = Delete(InvalidArgument, ArgumentInvalid, "names"),
        ["DeleteUnits: one unknown"] = Delete(NotFound, UnitNotFound, null, Parent + "/units/u0000000001", Parent + "/units/u0zzzzzzzzz"),
        ["DeleteUnits: unit in another memory"] = Delete(InvalidArgument, ArgumentInvalid, "names[0]", "memories/other/units/u0000000001"),
        ["ListUnits: memory unknown"] = List(NotFound, MemoryNotFound, null, r => r.Parent = "memories/none"),
        ["ListUnits: language malformed"] = List(InvalidArgument, LanguageInvalid, "language_codes[0]", r => r.LanguageCodes.Add("?")),
        ["ListUnits: revision to come"] = List(OutOfRange, RevisionOutOfRange, null, r => r.AsOfRevision = 1_000_000),

        ["CreateMemory: duplicate"] = Create(StatusCode.AlreadyExists, ErrorCode.AlreadyExists, null, r => r.MemoryId = "vietnam-japan"),
        ["CreateMemory: id empty"] = Create(InvalidArgument, ArgumentInvalid, "memory_id", r => r.MemoryId = ""),
        ["CreateMemory: id malformed"] = Create(InvalidArgument, ArgumentInvalid, "memory_id", r => r.MemoryId = "Ñandú"),
        ["CreateMemory: id too long"] = Create(InvalidArgument, ArgumentInvalid, "memory_id", r => r.MemoryId = new string('m', 64)),
        ["CreateMemory: language malformed"] = Create(InvalidArgument, LanguageInvalid, "memory.language_codes[0]", r => r.Memory.LanguageCodes.Add("?")),
        ["CreateMemory: penalty 101"] = Create(InvalidArgument, ArgumentInvalid, "memory.penalty", r => r.Memory.Penalty = 101),
        ["CreateMemory: name with U+0000"] = Create(InvalidArgument, TextMalformed, "memory.display_name", r => r.Memory.DisplayName = "a\0b"),
        ["ListMemories: page size negative"] = Of(
            InvalidArgument, ArgumentInvalid, "page_size", s => Call(s.Memory.ListMemoriesAsync(new ListMemoriesRequest { PageSize = -1 }))),
        ["ListMemories: page token not base64"] = Of(
            InvalidArgument, ArgumentInvalid, "page_token", s => Call(s.Memory.ListMemoriesAsync(new ListMemoriesRequest { PageToken = "***" }))),
        ["ListConcepts: page token not UTF-8"] = Of(
            InvalidArgument, ArgumentInvalid, "page_token", s => Call(s.Glossary.ListConceptsAsync(new ListConceptsRequest { PageToken = "//79" }))),

        ["Segment: no content"] = Of(InvalidArgument, TextEmpty, "content", s => Call(s.Alignment.SegmentAsync(new SegmentRequest()))),
        ["Segment: language unsupported"] = Segment(LanguageUnsupported, "content.language_code", "tlh", "nuqneH"),
        ["Segment: language malformed"] = Segment(LanguageInvalid, "content.language_code", "1", "hola"),
        ["Segment: text empty"] = Segment(TextEmpty, "content.text", "es", ""),
        ["Segment: text too long"] = Segment(TextTooLong, "content.text", "es", new string('a', 16_777_217)),
        ["AlignDocument: a line that no segment can be"] = AlignDocument(
            InvalidArgument, TextTooLong, "texts[0].text", r => r.Texts[0].Text = new string('a', 10_000_000)),
        ["Mend: language unsupported"] = Mend(LanguageUnsupported, "content.language_code", "ja", "日本"),
        ["Mend: text empty"] = Mend(TextEmpty, "content.text", "es", "\n"),
        ["Align: one text"] = Align(ArgumentInvalid, "texts", Body("es", "Hola.")),
        ["Align: five texts"] = Align(ArgumentInvalid, "texts", [.. new[] { "es", "en", "vi", "ja", "fr" }.Select(l => Body(l, "x"))]),
        ["Align: one language twice"] = Align(ArgumentInvalid, "texts", Body("es", "Hola."), Body("es", "Hola.")),
        ["Align: language unsupported"] = Align(LanguageUnsupported, "texts[1].language_code", Body("es", "Hola."), Body("fr", "Bonjour.")),
        ["AlignDocument: duplicate"] = AlignDocument(StatusCode.AlreadyExists, ErrorCode.AlreadyExists, null, r => r.DocumentId = "viet-nam-japan-upgrade"),
        ["AlignDocument: id malformed"] = AlignDocument(InvalidArgument, ArgumentInvalid, "document_id", r => r.DocumentId = "../x"),
        ["AlignDocument: memory unknown"] = AlignDocument(NotFound, MemoryNotFound, null, r => r.Memory = "memories/none"),
        ["GetDocument: unknown"] = Of(NotFound, DocumentNotFound, null, s => Call(s.Alignment.GetDocumentAsync(new GetDocumentRequest { Name = "documents/none" }))),

        ["LookupTerm: text empty"] = Of(
            InvalidArgument, TextEmpty, "text", s => Call(s.Glossary.LookupTermAsync(new LookupTermRequest { LanguageCode = "es" }))),
        ["LookupTerm: text too long"] = Of(
            InvalidArgument, TextTooLong, "text", s => Call(s.Glossary.LookupTermAsync(new LookupTermRequest { Text = new string('a', 1001), LanguageCode = "es" }))),
        ["LookupTerm: target language malformed"] = Of(
            InvalidArgument,
            LanguageInvalid,
            "target_language_codes[1]",
            s => Call(s.Glossary.LookupTermAsync(new LookupTermRequest { Text = "a", LanguageCode = "es", TargetLanguageCodes = { "vi", "!" } }))),
        ["RecognizeTerms: language missing"] = Of(
            InvalidArgument, LanguageInvalid, "language_code", s => Call(s.Glossary.RecognizeTermsAsync(new RecognizeTermsRequest { Text = "a" }))),
        ["Check: target empty"] = Of(
            InvalidArgument,
            TextEmpty,
            "target_text",
            s => Call(s.Glossary.CheckAsync(new CheckRequest { SourceText = "a", SourceLanguageCode = "es", TargetLanguageCode = "vi" }))),
        ["GetConcept: unknown"] = Of(NotFound, ConceptNotFound, null, s => Call(s.Glossary.GetConceptAsync(new GetConceptRequest { Name = "concepts/none" }))),
        ["GetConcept: name malformed"] = Of(InvalidArgument, ArgumentInvalid, "name", s => Call(s.Glossary.GetConceptAsync(new GetConceptRequest { Name = "none" }))),
    };

    public static TheoryData<string> Names => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Call_BadInput_IsRefusedWithDetailsAndWritesNothing(string name) => Refusals[name].AssertAsync(server);

    [Fact]
    public async Task Lookup_LanguageThatNothingIsIn_IsAnEmptyAnswer()
    {
        var answer = await server.Memory.LookupAsync(new LookupRequest { Text = "nuqneH", SourceLanguageCode = "tlh", TargetLanguageCode = "vi" });
        Assert.Empty(answer.Matches);
        Assert.True(answer.Complete);
        Assert.Equal("no-units-in-source-language", Assert.Single(answer.Notices).Reason);
    }

    [Fact]
    public async Task Lookup_MessageOfTenMegabytes_IsRefusedAndTheServerGoesOn()
    {
        var request = new LookupRequest { Text = new string('a', 10 << 20), SourceLanguageCode = "es", TargetLanguageCode = "vi" };
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.Memory.LookupAsync(request).ResponseAsync);
        Assert.Equal(ResourceExhausted, failure.StatusCode);
        Refusal.AssertPlain(failure.Status.Detail, server);
        Assert.NotEmpty((await server.Administration.GetStatusAsync(new GetStatusRequest())).Version);
    }

    [Theory]
    [InlineData("a lone surrogate", new byte[] { 0x61, 0xED, 0xA0, 0x80 })]
    [InlineData("a lone continuation", new byte[] { 0x61, 0x80 })]
    [InlineData("an overlong form", new byte[] { 0xC0, 0xAF })]
    [InlineData("a cut character", new byte[] { 0x61, 0xE1, 0xBB })]
    public async Task PutUnits_BytesThatAreNotUtf8_AreRefusedAndNothingIsWritten(string what, byte[] text)
    {
        var variant = Message(Field(1, "es"u8.ToArray()), Field(2, text));
        var request = Message(Field(1, "memories/vietnam-japan"u8.ToArray()), Field(2, Message(Field(4, variant))));
        var refusal = new Refusal(InvalidArgument, TextMalformed, "units[0].variants[0].text", s => Raw(s, "vietjapantm.v1alpha1.TranslationMemory", "PutUnits", request));
        Assert.NotEqual("", what);
        await refusal.AssertAsync(server);
    }

    [Fact]
    public async Task Call_BytesThatAreNoMessage_AreRefused()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Raw(server, "vietjapantm.v1alpha1.TranslationMemory", "Lookup", [0x0A, 0xFF, 0x01]));
        Assert.Contains(failure.StatusCode, new[] { InvalidArgument, Internal });
        Refusal.AssertPlain(failure.Status.Detail, server);
    }

    [Fact]
    public void Store_AfterAllThis_IsWhole() => Assert.Empty(server.Verify());

    private static Refusal Of(StatusCode status, ErrorCode code, string? field, Func<RunningServer, Task> call) => new(status, code, field, call);

    private static Refusal Lookup(ErrorCode code, string field, Action<LookupRequest> spoil) => Lookup(InvalidArgument, code, field, spoil);

    private static Refusal Lookup(StatusCode status, ErrorCode code, string? field, Action<LookupRequest> spoil)
    {
        var request = new LookupRequest { Text = "Hola.", SourceLanguageCode = "es", TargetLanguageCode = "vi" };
        spoil(request);
        return Of(status, code, field, s => Call(s.Memory.LookupAsync(request)));
    }

    private static Refusal Explain(StatusCode status, ErrorCode code, string? field, string unit) => Of(status, code, field, s => Call(s.Memory.ExplainAsync(
        new ExplainRequest { Unit = unit, Lookup = new LookupRequest { Text = "Hola.", SourceLanguageCode = "es", TargetLanguageCode = "vi" } })));

    private static Refusal Put(ErrorCode code, string field, Action<PutUnitsRequest> spoil) => Put(InvalidArgument, code, field, spoil);

    private static Refusal Put(StatusCode status, ErrorCode code, string? field, Action<PutUnitsRequest> spoil)
    {
        var request = new PutUnitsRequest { Parent = Parent, Units = { Good() } };
        spoil(request);
        return Of(status, code, field, s => Call(s.Memory.PutUnitsAsync(request)));
    }

    private static Refusal Update(StatusCode status, ErrorCode code, string? field, Unit? unit, params string[] paths) => Of(status, code, field, s =>
    {
        var named = unit is null ? null : new Unit(unit) { Name = Parent + "/units/u0000000001" };
        return Call(s.Memory.UpdateUnitAsync(new UpdateUnitRequest { Unit = named, UpdateMask = new FieldMask { Paths = { paths } } }));
    });

    private static Refusal Delete(StatusCode status, ErrorCode code, string? field, params string[] names) =>
        Of(status, code, field, s => Call(s.Memory.DeleteUnitsAsync(new DeleteUnitsRequest { Parent = Parent, Names = { names } })));

    private static Refusal List(StatusCode status, ErrorCode code, string? field, Action<ListUnitsRequest> spoil) => Of(status, code, field, s =>
    {
        var request = new ListUnitsRequest { Parent = Parent };
        spoil(request);
        return Call(s.Memory.ListUnitsAsync(request));
    });

    private static Refusal Create(StatusCode status, ErrorCode code, string? field, Action<CreateMemoryRequest> spoil)
    {
        var request = new CreateMemoryRequest { MemoryId = "bad-input", Memory = new Memory() };
        spoil(request);
        return Of(status, code, field, s => Call(s.Memory.CreateMemoryAsync(request)));
    }

    private static Refusal Segment(ErrorCode code, string field, string language, string text) =>
        Of(InvalidArgument, code, field, s => Call(s.Alignment.SegmentAsync(new SegmentRequest { Content = Body(language, text) })));

    private static Refusal Mend(ErrorCode code, string field, string language, string text) =>
        Of(InvalidArgument, code, field, s => Call(s.Alignment.MendAsync(new MendRequest { Content = Body(language, text) })));

    private static Refusal Align(ErrorCode code, string field, params LanguageText[] texts) =>
        Of(InvalidArgument, code, field, s => Call(s.Alignment.AlignAsync(new AlignRequest { Texts = { texts } })));

    private static Refusal AlignDocument(StatusCode status, ErrorCode code, string? field, Action<AlignDocumentRequest> spoil)
    {
        var request = new AlignDocumentRequest { DocumentId = "bad-input", Memory = Parent, Texts = { Body("es", "Hola."), Body("en", "Hello.") } };
        spoil(request);
        return Of(status, code, field, s => Call(s.Alignment.AlignDocumentAsync(request)));
    }

    private static Task Call<T>(AsyncUnaryCall<T> call) => call.ResponseAsync;

    private static Unit Good() => new() { Variants = { Text("es", "Buenos días.") } };

    private static Variant Text(string language, string text) => new() { LanguageCode = language, Text = text };

    private static LanguageText Body(string language, string text) => new() { LanguageCode = language, Text = text };

    private static InlineTag Tag(int position) => new() { PositionUtf16 = position, Kind = position == 0 ? 0 : InlineTag.Types.Kind.Open, Id = 1 };

    /// <summary>A call whose request no client of this protocol would write.</summary>
    private static Task Raw(RunningServer server, string service, string method, byte[] request)
    {
        var bytes = Marshallers.Create<byte[]>(b => b, b => b);
        var raw = new Method<byte[], byte[]>(MethodType.Unary, service, method, bytes, bytes);
        return server.Channel.CreateCallInvoker().AsyncUnaryCall(raw, null, default, request).ResponseAsync;
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(f => f)];

    private static byte[] Field(int number, byte[] value)
    {
        using var buffer = new MemoryStream();
        using var output = new CodedOutputStream(buffer);
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
        output.Flush();
        return buffer.ToArray();
    }
}
