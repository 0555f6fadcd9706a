using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>The life of a concept over the wire: proposed, approved, used, changed by many at once, retired, told.</summary>
public sealed class ConceptTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int Editors = 1_000;
    private const int Stubborn = 50;

    private static Concept New(string spanish, string english) => new()
    {
        SubjectField = "economy",
        Languages =
        {
            new LanguageSection { LanguageCode = "es", Terms = { new Term { Text = spanish, Status = Term.Types.AdministrativeStatus.Preferred, Forms = { "mesas redondas del arroz" } } } },
            new LanguageSection { LanguageCode = "en", Terms = { new Term { Text = english, Status = Term.Types.AdministrativeStatus.Preferred } } },
        },
    };

    [Fact]
    public async Task Concept_Proposed_IsUsedOnceItIsApproved()
    {
        var made = await server.Glossary.CreateConceptAsync(new CreateConceptRequest
        {
            ConceptId = "rice-round-table",
            Concept = New("mesa redonda del arroz", "rice round table"),
            Author = "An",
            Reason = "seen in the communiqué",
        });
        Assert.Equal(("concepts/rice-round-table", Concept.Types.ApprovalState.Proposed, "An", "seen in the communiqué"), (made.Name, made.ApprovalState, made.Author, made.Reason));
        Assert.Empty(await FindAsync());
        Assert.NotEmpty(await FindAsync(Concept.Types.ApprovalState.Approved, Concept.Types.ApprovalState.Proposed));

        var approved = await server.Glossary.UpdateConceptAsync(new UpdateConceptRequest
        {
            Concept = new Concept { Name = made.Name, ApprovalState = Concept.Types.ApprovalState.Approved, Etag = made.Etag },
            Author = "Bình",
        });
        Assert.NotEqual(made.Etag, approved.Etag);
        Assert.Equal(made.Languages, approved.Languages);
        Assert.NotEmpty(await FindAsync());

        var history = await server.Glossary.ConceptHistoryAsync(new ConceptHistoryRequest { Name = made.Name });
        Assert.Equal(["Bình", "An"], history.Steps.Select(s => s.ChangeSet.Author));
        Assert.Equal(new FieldChange { Path = "approval_state", Before = "proposed", After = "approved" }, Assert.Single(history.Steps[0].Changes));

        await server.Glossary.DeleteConceptAsync(new DeleteConceptRequest { Name = made.Name, Etag = approved.Etag });
        Assert.Empty(await FindAsync());
        Assert.Equal(3, (await server.Glossary.ConceptHistoryAsync(new ConceptHistoryRequest { Name = made.Name })).Steps.Count);

        async Task<IEnumerable<TermOccurrence>> FindAsync(params Concept.Types.ApprovalState[] states) => (await server.Glossary.RecognizeTermsAsync(
            new RecognizeTermsRequest { Text = "Celebraron una mesa redonda del arroz.", LanguageCode = "es", ApprovalStates = { states } })).Occurrences;
    }

    [Fact]
    public async Task UpdateConcept_ManyEditorsOfOneVersion_OneWinsAndTheOthersSeeWhatStands()
    {
        var made = await CreateAsync("contested");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Editors).Select(async i =>
        {
            try
            {
                return (Won: (Concept?)await UpdateAsync(made.Name, made.Etag, $"editor {i}"), Lost: null as RpcException);
            }
            catch (RpcException e)
            {
                return (Won: null as Concept, Lost: (RpcException?)e);
            }
        }));

        var winner = Assert.Single(outcomes, o => o.Won is not null).Won!;
        var now = await server.Glossary.GetConceptAsync(new GetConceptRequest { Name = made.Name });
        Assert.Equal((winner.Note, winner.Etag), (now.Note, now.Etag));
        Assert.All(outcomes.Where(o => o.Lost is not null), o =>
        {
            Assert.Equal(StatusCode.Aborted, o.Lost!.StatusCode);
            var current = Details(o.Lost).Details.Single(d => d.Is(Concept.Descriptor)).Unpack<Concept>();
            Assert.Equal((winner.Note, winner.Etag), (current.Note, current.Etag));
        });
    }

    [Fact]
    public async Task UpdateConcept_ManyEditorsWhoTryAgain_NoneIsLost()
    {
        var made = await CreateAsync("shared");

        await Task.WhenAll(Enumerable.Range(0, Stubborn).Select(async i =>
        {
            for (var concept = made; ;)
            {
                try
                {
                    await UpdateAsync(made.Name, concept.Etag, concept.Note + $"[{i}]");
                    return;
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.Aborted)
                {
                    concept = Details(e).Details.Single(d => d.Is(Concept.Descriptor)).Unpack<Concept>();
                }
            }
        }));

        var note = (await server.Glossary.GetConceptAsync(new GetConceptRequest { Name = made.Name })).Note;
        Assert.All(Enumerable.Range(0, Stubborn), i => Assert.Contains($"[{i}]", note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Concept_RelatedToNothingOrToItself_IsRefusedByName()
    {
        var (made, other) = (await CreateAsync("related-one"), await CreateAsync("related-two"));
        foreach (var (related, at) in new[] { (new[] { other.Name, "concepts/nobody" }, 1), (new[] { made.Name }, 0) })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await RelateAsync(made.Name, related));
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
            Assert.Contains($"concept.related[{at}]", refused.Status.Detail, StringComparison.Ordinal);
        }

        // Each may name the other: a relation counts both ways. What stands there stays when its concept is gone.
        await RelateAsync(made.Name, other.Name);
        await RelateAsync(other.Name, made.Name);
        await server.Glossary.DeleteConceptAsync(new DeleteConceptRequest { Name = other.Name });
        Assert.Equal([other.Name], (await RelateAsync(made.Name, other.Name)).Related);

        async Task<Concept> RelateAsync(string name, params string[] related) => await server.Glossary.UpdateConceptAsync(new UpdateConceptRequest
        {
            Concept = new Concept { Name = name, Related = { related } },
            UpdateMask = new FieldMask { Paths = { "related" } },
        });
    }

    [Fact]
    public async Task UpdateConcept_WithoutEtag_ChangesItsFieldsAlone()
    {
        var made = await CreateAsync("masked");
        await UpdateAsync(made.Name, "", "note");
        await server.Glossary.UpdateConceptAsync(new UpdateConceptRequest
        {
            Concept = new Concept { Name = made.Name },
            UpdateMask = new FieldMask { Paths = { "subject_field" } },
        });

        var now = await server.Glossary.GetConceptAsync(new GetConceptRequest { Name = made.Name });
        Assert.Equal(("note", "", 2), (now.Note, now.SubjectField, now.Languages.Count));
    }

    [Fact]
    public async Task Writes_RequestIdOfAnotherRequest_AreRefused()
    {
        var create = new CreateConceptRequest { ConceptId = "twice", Concept = New("dos veces", "twice"), RequestId = "same-id" };
        var first = await server.Glossary.CreateConceptAsync(create);
        Assert.Equal(first, await server.Glossary.CreateConceptAsync(create));

        await AssertReused(async () => await server.Glossary.CreateConceptAsync(new CreateConceptRequest(create) { ConceptId = "thrice" }));
        await AssertReused(async () => await server.Glossary.DeleteConceptAsync(new DeleteConceptRequest { Name = first.Name, RequestId = "same-id" }));
        await AssertReused(async () => await server.Memory.CreateMemoryAsync(new CreateMemoryRequest { MemoryId = "m", Memory = new Memory(), RequestId = "same-id" }));
        await AssertReused(async () => await server.Memory.PutUnitsAsync(new PutUnitsRequest
        {
            Parent = "memories/vietnam-japan",
            Units = { new Unit { Variants = { new Variant { LanguageCode = "es", Text = "Uno." } } } },
            RequestId = "same-id",
        }));
        await AssertReused(async () => await server.Alignment.AlignDocumentAsync(new AlignDocumentRequest
        {
            DocumentId = "d",
            Memory = "memories/vietnam-japan",
            Texts = { new LanguageText { LanguageCode = "es", Text = "Uno." }, new LanguageText { LanguageCode = "en", Text = "One." } },
            RequestId = "same-id",
        }));
    }

    [Fact]
    public async Task CreateConcept_TakenId_IsRefusedWithItsHolder()
    {
        var made = await CreateAsync("taken");

        var failure = await Assert.ThrowsAsync<RpcException>(() => CreateAsync("taken"));

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Equal(made.Etag, Details(failure).Details.Single(d => d.Is(Concept.Descriptor)).Unpack<Concept>().Etag);
    }

    [Fact]
    public async Task ListConcepts_AllPages_AreOfOneRevision()
    {
        var first = await server.Glossary.ListConceptsAsync(new ListConceptsRequest { PageSize = 50 });
        await CreateAsync("zzz-latecomer");
        var names = first.Concepts.Select(c => c.Name).ToList();
        for (var token = first.NextPageToken; token.Length > 0;)
        {
            var page = await server.Glossary.ListConceptsAsync(new ListConceptsRequest { PageSize = 50, PageToken = token });
            Assert.Equal(first.Revision, page.Revision);
            names.AddRange(page.Concepts.Select(c => c.Name));
            token = page.NextPageToken;
        }

        Assert.DoesNotContain("concepts/zzz-latecomer", names);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task RevertChangeSet_OfUnits_TakesThemOutOfLookupsAndBack()
    {
        const string Text = "La cosecha de arroz fue excelente en el delta.";
        var put = await server.Memory.PutUnitsAsync(new PutUnitsRequest
        {
            Parent = "memories/vietnam-japan",
            Units = { new Unit { Variants = { new Variant { LanguageCode = "es", Text = Text }, new Variant { LanguageCode = "vi", Text = "Vụ lúa ở đồng bằng rất tốt." } } } },
        });
        Assert.Equal(100, await RateAsync());

        var undone = await server.Memory.RevertChangeSetAsync(new RevertChangeSetRequest { Name = $"changeSets/{put.Revision}", Author = "An" });
        Assert.Equal(1, undone.ChangeSet.Units.Deleted);
        Assert.NotEqual(100, await RateAsync());

        await server.Memory.RevertChangeSetAsync(new RevertChangeSetRequest { Name = undone.ChangeSet.Name });
        Assert.Equal(100, await RateAsync());
        Assert.Equal(put.Names[0], (await server.Memory.GetUnitAsync(new GetUnitRequest { Name = put.Names[0] })).Name);
        var listed = await server.Memory.ListChangeSetsAsync(new ListChangeSetsRequest { PageSize = 3 });
        Assert.Contains(listed.ChangeSets, c => c.Revision == undone.Revision && c.Author == "An");

        async Task<int> RateAsync() => (await server.Memory.LookupAsync(new LookupRequest { Text = Text, SourceLanguageCode = "es", TargetLanguageCode = "vi" }))
            .Matches.Select(m => m.MatchRate).FirstOrDefault();
    }

    [Fact]
    public async Task RevertChangeSet_TouchedSince_NamesTheConflict()
    {
        var made = await CreateAsync("touched");
        await UpdateAsync(made.Name, made.Etag, "touched");

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await server.Memory.RevertChangeSetAsync(new RevertChangeSetRequest { Name = $"changeSets/{made.Revision}" }));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        var conflicts = Details(failure).Details.Single(d => d.Is(Google.Rpc.PreconditionFailure.Descriptor)).Unpack<Google.Rpc.PreconditionFailure>();
        Assert.Equal(made.Name, Assert.Single(conflicts.Violations).Subject);
    }

    private static Google.Rpc.Status Details(RpcException failure) =>
        Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin"));

    private static async Task AssertReused(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("request_id", failure.Status.Detail, StringComparison.Ordinal);
    }

    private async Task<Concept> CreateAsync(string id) => await server.Glossary.CreateConceptAsync(
        new CreateConceptRequest { ConceptId = id, Concept = New("término " + id, "term " + id) });

    private async Task<Concept> UpdateAsync(string name, string etag, string note) => await server.Glossary.UpdateConceptAsync(
        new UpdateConceptRequest { Concept = new Concept { Name = name, Etag = etag, Note = note } });
}
