using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using VietJapanTM.V1Alpha1;
using Status = VietJapanTM.V1Alpha1.Variant.Types.Status;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>The life of a unit over the wire: put, read and put back, changed in part, listed, ended.</summary>
public sealed class UnitTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Spanish = "La delegación llegó a Hanói.";

    [Fact]
    public async Task Unit_ReadAndPutBack_KeepsItsDocumentAndItsNeighbours()
    {
        var memory = await NewMemoryAsync();
        var document = await server.Alignment.AlignDocumentAsync(new AlignDocumentRequest
        {
            DocumentId = memory[9..],
            Memory = memory,
            Texts =
            {
                new LanguageText { LanguageCode = "es", Text = "El ministro habló ayer.\n\n" + Spanish + "\n\nEl comercio creció mucho." },
                new LanguageText { LanguageCode = "en", Text = "The minister spoke yesterday.\n\nThe delegation arrived in Hanoi.\n\nTrade grew a lot." },
            },
            Author = "An",
        });
        var found = Assert.Single((await server.Memory.LookupAsync(InContext())).Matches);
        Assert.Equal((101, document.Name, "An"), (found.MatchRate, found.Document, found.Target.Author));

        var unit = await server.Memory.GetUnitAsync(new GetUnitRequest { Name = found.Unit });
        unit.Variants[1].Text = "The delegation has arrived in Hanoi.";
        unit.Variants[1].Status = Status.Approved;
        unit.Variants[1].Origin = Variant.Types.Origin.Typed;
        await PutAsync(memory, unit);

        var again = Assert.Single((await server.Memory.LookupAsync(InContext())).Matches);
        Assert.Equal(
            (101, document.Name, unit.Variants[1].Text, found.Unit), (again.MatchRate, again.Document, again.Target.Text, again.Unit));
        Assert.True(again.Target.UpdateTime > found.Target.UpdateTime);
        Assert.Equal(found.Source, again.Source);

        LookupRequest InContext() => new(Lookup(memory)) { PreviousText = "El ministro habló ayer.", NextText = "El comercio creció mucho." };
    }

    [Fact]
    public async Task Unit_PutByKey_IsReplacedWholeAndUpdatedInPart()
    {
        var memory = await NewMemoryAsync();
        var name = await PutAsync(memory, New("k", "The delegation arrived.", "Đoàn đã đến."));

        var updated = await server.Memory.UpdateUnitAsync(new UpdateUnitRequest
        {
            Unit = new Unit { Name = name, Variants = { Text("en", "The delegation came.") }, Attributes = { ["client"] = "VNA" } },
            Author = "An",
        });
        Assert.Equal(["es", "en", "vi"], updated.Variants.Select(v => v.LanguageCode));
        Assert.Equal(("The delegation came.", "An", "Đoàn đã đến.", 2), (updated.Variants[1].Text, updated.Variants[1].Author, updated.Variants[2].Text, updated.Attributes.Count));

        await server.Memory.UpdateUnitAsync(new UpdateUnitRequest
        {
            Unit = new Unit { Name = name, Attributes = { ["client"] = "NHK" } },
            UpdateMask = new FieldMask { Paths = { "attributes" } },
        });
        Assert.Equal("NHK", Assert.Single((await GetAsync(name)).Attributes).Value);

        var put = new Unit { Key = "k", Variants = { Text("es", Spanish), Text("en", "The delegation arrived.") } };
        Assert.Equal(name, await PutAsync(memory, put));
        var now = await GetAsync(name);
        Assert.Equal((2, 0), (now.Variants.Count, now.Attributes.Count));
    }

    [Fact]
    public async Task Unit_WithAnOldEtag_IsRefusedWithTheNewOne()
    {
        var memory = await NewMemoryAsync();
        var old = await GetAsync(await PutAsync(memory, New("k", "One.", "Một.")));
        var current = await server.Memory.UpdateUnitAsync(new UpdateUnitRequest { Unit = new Unit { Name = old.Name, Etag = old.Etag, Key = "l" } });
        Assert.NotEqual(old.Etag, current.Etag);

        var update = new UpdateUnitRequest { Unit = new Unit { Name = old.Name, Etag = old.Etag, Key = "m" } };
        foreach (var call in new Func<Task>[] { async () => await server.Memory.UpdateUnitAsync(update), () => PutAsync(memory, old) })
        {
            var failure = await Assert.ThrowsAsync<RpcException>(call);
            Assert.Equal(StatusCode.Aborted, failure.StatusCode);
            Assert.Equal(current, Details(failure).Details.Single(d => d.Is(Unit.Descriptor)).Unpack<Unit>());
        }

        // Without its name it is a copy, and its etag says nothing.
        old.Name = "";
        Assert.NotEqual(current.Name, await PutAsync(memory, old));
    }

    [Fact]
    public async Task PutUnits_AuthorOfTheChangeSet_IsThatOfItsTexts()
    {
        var memory = await NewMemoryAsync();
        var unit = New("k", "One.", "Một.");
        unit.Variants[2].Author = "Bình";
        await PutAsync(memory, unit, "An");

        Assert.Equal("An", Assert.Single((await server.Memory.LookupAsync(Of("An", "en"))).Matches).Target.Author);
        Assert.Empty((await server.Memory.LookupAsync(Of("An", "vi"))).Matches);
        Assert.Single((await server.Memory.LookupAsync(Of("Bình", "vi"))).Matches);

        LookupRequest Of(string author, string target) =>
            new(Lookup(memory)) { TargetLanguageCode = target, Filter = new MatchFilter { Authors = { author } } };
    }

    [Fact]
    public async Task PutUnits_DocumentAndKey_MakeAMatchOfThatPlace()
    {
        var memory = await NewMemoryAsync();
        var unit = New("k7", "One.", "Một.");
        unit.Document = "documents/strings-2024";
        await PutAsync(memory, unit);
        await PutAsync(memory, New("k8", "Two.", "Hai."));

        var matches = (await server.Memory.LookupAsync(new LookupRequest(Lookup(memory)) { Document = unit.Document, Key = "k7" })).Matches;

        Assert.Equal([(101, "One.", "k7"), (100, "Two.", "k8")], matches.Select(m => (m.MatchRate, m.Target.Text, m.Key)));
        Assert.Equal("1", matches[0].Attributes["line"]);
        Assert.Equal((await GetAsync(matches[0].Unit)).Revision, matches[0].Revision);
    }

    [Fact]
    public async Task DeleteUnits_TakesThemOutUntilItIsReverted()
    {
        var memory = await NewMemoryAsync();
        var name = await PutAsync(memory, New("k", "One.", "Một."));
        var request = new DeleteUnitsRequest { Parent = memory, Names = { name }, Author = "An", RequestId = Guid.NewGuid().ToString() };

        var deleted = await server.Memory.DeleteUnitsAsync(request);

        Assert.Equal(deleted, await server.Memory.DeleteUnitsAsync(request));
        Assert.Empty((await server.Memory.LookupAsync(Lookup(memory))).Matches);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => GetAsync(name))).StatusCode);
        var unknown = new DeleteUnitsRequest { Parent = memory, Names = { name } };
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await server.Memory.DeleteUnitsAsync(unknown))).StatusCode);

        await server.Memory.RevertChangeSetAsync(new RevertChangeSetRequest { Name = $"changeSets/{deleted.Revision}" });
        Assert.Equal(name, Assert.Single((await server.Memory.LookupAsync(Lookup(memory))).Matches).Unit);
    }

    [Fact]
    public async Task ListUnits_AllPages_AreWhatStoodThere()
    {
        var memory = await NewMemoryAsync();
        var put = await server.Memory.PutUnitsAsync(new PutUnitsRequest
        {
            Parent = memory,
            Units = { Enumerable.Range(0, 25).Select(i => New($"k{i}", $"Number {i}.", i % 2 == 0 ? $"Số {i}." : null)) },
        });
        var first = await server.Memory.ListUnitsAsync(new ListUnitsRequest { Parent = memory, PageSize = 10 });
        await PutAsync(memory, New("late", "Late.", "Trễ."));

        var names = await ListAsync(new ListUnitsRequest { Parent = memory, PageSize = 10, PageToken = first.NextPageToken });
        Assert.Equal(put.Names, first.Units.Select(u => u.Name).Concat(names));
        Assert.Equal(26, (await ListAsync(new ListUnitsRequest { Parent = memory })).Count);
        Assert.Equal(25, (await ListAsync(new ListUnitsRequest { Parent = memory, AsOfRevision = put.Revision })).Count);
        Assert.Equal(14, (await ListAsync(new ListUnitsRequest { Parent = memory, PageSize = 3, LanguageCodes = { "es", "vi" } })).Count);
        var filter = new MatchFilter { Statuses = { Status.Approved } };
        Assert.Empty(await ListAsync(new ListUnitsRequest { Parent = memory, Filter = filter }));
        var unknown = new ListUnitsRequest { Parent = "memories/none" };
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => ListAsync(unknown))).StatusCode);
    }

    [Fact]
    public async Task PutUnits_SeveralFaults_NamesThemAll()
    {
        var request = new PutUnitsRequest
        {
            Parent = await NewMemoryAsync(),
            Units = { New("k", " ", null), New("l", "Good.", null), new Unit { Variants = { Text("?", "x") } } },
        };

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Memory.PutUnitsAsync(request));

        var faults = Details(failure).Details.Single(d => d.Is(Google.Rpc.BadRequest.Descriptor)).Unpack<Google.Rpc.BadRequest>();
        Assert.Equal(["units[0].variants[1].text", "units[2].variants[0].language_code"], faults.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task Lookup_UntranslatedMatches_AreSaidToBeSo()
    {
        var memory = await NewMemoryAsync();
        await PutAsync(memory, New("k", "One.", null));

        var answer = await server.Memory.LookupAsync(new LookupRequest(Lookup(memory)) { TargetLanguageCode = "es" });
        Assert.Null(Assert.Single(answer.Matches).Target);
        Assert.Equal("untranslated-matches", Assert.Single(answer.Notices).Reason);
        Assert.Empty((await server.Memory.LookupAsync(Lookup(memory))).Notices);
    }

    private static Google.Rpc.Status Details(RpcException failure) =>
        Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin"));

    private static Variant Text(string language, string text) => new() { LanguageCode = language, Text = text };

    private static Unit New(string key, string english, string? vietnamese)
    {
        var unit = new Unit { Key = key, Variants = { Text("es", Spanish), Text("en", english) }, Attributes = { ["line"] = "1" } };
        unit.Variants.Add(vietnamese is null ? [] : [Text("vi", vietnamese)]);
        return unit;
    }

    private static LookupRequest Lookup(string memory) =>
        new() { Text = Spanish, SourceLanguageCode = "es", TargetLanguageCode = "en", Memories = { memory } };

    private async Task<string> NewMemoryAsync() =>
        (await server.Memory.CreateMemoryAsync(new CreateMemoryRequest { MemoryId = $"m-{Guid.NewGuid():n}", Memory = new Memory() })).Name;

    private async Task<string> PutAsync(string memory, Unit unit, string author = "") =>
        (await server.Memory.PutUnitsAsync(new PutUnitsRequest { Parent = memory, Units = { unit }, Author = author })).Names[0];

    private async Task<Unit> GetAsync(string name) => await server.Memory.GetUnitAsync(new GetUnitRequest { Name = name });

    private async Task<List<string>> ListAsync(ListUnitsRequest request)
    {
        var names = new List<string>();
        for (var token = request.PageToken; ;)
        {
            var page = await server.Memory.ListUnitsAsync(new ListUnitsRequest(request) { PageToken = token });
            names.AddRange(page.Units.Select(u => u.Name));
            if ((token = page.NextPageToken).Length == 0)
            {
                return names;
            }
        }
    }
}
