using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

public abstract partial class TranslationStoreContract
{
    [Fact]
    public async Task PutUnit_EveryProperty_ComesBackAsItWas()
    {
        var store = await NewStoreWithMemory();

        var id = (await store.CommitAsync(Samples.Change(Samples.Put(Rich.Unit)))).UnitIds.Single();

        var expected = Rich.Unit with { Id = id, Revision = 2 };
        Expect.Same(expected, store.FindUnit(Tenant, id));
        Expect.Same(new[] { expected }, store.ReadUnits(Tenant, "news"));
        Expect.Same(new[] { new UnitChange(2, id, "news", expected) }, store.ReadUnitChanges(Tenant, 0));
    }

    [Fact]
    public async Task PutUnit_WithoutTimes_TakesTheChangeSetsTimeOnce()
    {
        var store = await NewStoreWithMemory();
        var unit = Samples.Unit("a", "b") with { Key = "k" };
        await store.CommitAsync(Samples.Change(Samples.Put(unit)));
        Time.Now += TimeSpan.FromHours(3);
        var changed = unit with { Variants = [unit.Variants[0], unit.Variants[1] with { Text = "c" }] };

        var id = (await store.CommitAsync(Samples.Change(Samples.Put(changed)))).UnitIds[0];

        var stored = store.FindUnit(Tenant, id)!;
        Assert.Equal((Samples.Noon, Samples.Noon), (stored.Variants[0].CreateTime, stored.Variants[0].UpdateTime));
        Assert.Equal((Time.Now, Time.Now), (stored.Variants[1].CreateTime, stored.Variants[1].UpdateTime));
    }

    [Fact]
    public async Task PutUnit_SameTextsAgain_IsTheSameUnit()
    {
        var store = await NewStoreWithMemory();
        var first = await store.CommitAsync(Samples.Change(Samples.Put("a", "b"), Samples.Put("a", "b"), Samples.Put("a", "c")));
        var turned = Samples.Unit("a", "b");
        turned = turned with { Variants = [turned.Variants[1], turned.Variants[0]] };

        var second = await store.CommitAsync(Samples.Change(
            Samples.Put("a", "b"), Samples.Put(turned), Samples.Put(Samples.Unit("a", "b") with { DocumentId = "d" })));

        Assert.Equal(first.UnitIds[0], first.UnitIds[1]);
        Assert.Equal(2, first.Written);
        Assert.Equal([first.UnitIds[0], first.UnitIds[0]], second.UnitIds.Take(2));
        Assert.Equal(1, second.Written);
        Assert.Equal(3, store.ReadUnits(Tenant, "news").Count());
    }

    [Fact]
    public async Task PutUnit_KnownKey_IsANewVersion()
    {
        var store = await NewStoreWithMemory();
        var first = await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "b") with { Key = "k" })));
        var second = await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "c") with { Key = "k" })));
        var idle = await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "c") with { Key = "k" })));
        var id = Assert.Single(first.UnitIds);

        Assert.Equal(id, second.UnitIds[0]);
        Assert.Equal((0, 3L), (idle.Written, idle.ChangeSet.Revision));
        Assert.Equal("b", store.FindUnit(Tenant, id, 2)!.Variants[1].Text);
        Assert.Equal("c", store.FindUnit(Tenant, id)!.Variants[1].Text);
        Assert.Equal(3, store.FindUnit(Tenant, id)!.Revision);
        Assert.Null(store.FindUnit(Tenant, id, 1));
        Assert.Equal("b", Assert.Single(store.ReadUnits(Tenant, "news", 2)).Variants[1].Text);
    }

    [Fact]
    public async Task PutUnit_KnownUnit_KeepsWhatOnlyTheStoreKnows()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.Put(Rich.Unit)))).UnitIds[0];
        Time.Now += TimeSpan.FromHours(1);
        var before = store.FindUnit(Tenant, id)!;
        Variant Bare(Variant v) => new() { Language = v.Language, Text = v.Text, Tags = v.Tags, Status = v.Status, Origin = v.Origin };
        var bare = new TranslationUnit { Id = id, MemoryId = "news", Key = before.Key, Attributes = before.Attributes, Variants = [.. before.Variants.Select(Bare)] };

        await store.CommitAsync(Samples.Change(Samples.Put(bare)));
        Expect.Same(before, store.FindUnit(Tenant, id));

        var changed = bare with { Variants = [bare.Variants[0] with { Text = "Otro." }, .. bare.Variants[1..]] };
        await store.CommitAsync(Samples.Change(Samples.Put(changed)) with { Author = "Ana" });
        var after = store.FindUnit(Tenant, id)!;
        var expected = before.Variants[0] with { Text = "Otro.", Author = "Ana", CreateTime = Time.Now, UpdateTime = Time.Now };
        Expect.Same(before with { Variants = [expected, .. before.Variants[1..]], Confidences = after.Confidences, Revision = 3 }, after);
        Assert.Empty(after.Confidences);
    }

    [Fact]
    public async Task PutUnit_OldTimeOfAnotherText_IsNotBelieved()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b")))).UnitIds[0];
        Time.Now += TimeSpan.FromHours(1);
        var read = store.FindUnit(Tenant, id)!;

        await store.CommitAsync(Samples.Change(Samples.Put(read with { Variants = [read.Variants[0], read.Variants[1] with { Status = VariantStatus.Approved }] })));

        Assert.Equal([Samples.Noon, Time.Now], store.FindUnit(Tenant, id)!.Variants.Select(v => v.UpdateTime));
    }

    [Fact]
    public async Task EditUnit_StaleOrElsewhere_IsRefused()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.PutMemory("other"), Samples.Put("a", "b")))).UnitIds[0];
        ChangeOperation Edit(string memory, long? expected) => new ChangeOperation.EditUnit(memory, id, u => u with { Key = "k" }, expected);

        Assert.NotNull((await Expect.FailsAsync(ErrorCode.RevisionStale, () => store.CommitAsync(Samples.Change(Edit("news", 1))))).Details);
        await Expect.FailsAsync(ErrorCode.UnitNotFound, () => store.CommitAsync(Samples.Change(Edit("other", null))));
        await Expect.FailsAsync(ErrorCode.UnitNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(id, "other"))));
        var result = await store.CommitAsync(Samples.Change(Edit("news", 2)));

        Assert.Equal([id], result.UnitIds);
        Assert.Equal("k", store.FindUnit(Tenant, id)!.Key);
    }

    [Fact]
    public async Task PutUnit_KeyOfAnother_IsRefused()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(
            Samples.Put(Samples.Unit("a", "b") with { Key = "k" }), Samples.Put("c", "d")))).UnitIds;

        await Expect.FailsAsync(ErrorCode.AlreadyExists, () => store.CommitAsync(
            Samples.Change(Samples.Put(Samples.Unit("c", "d") with { Id = ids[1], Key = "k" }))));
    }

    [Fact]
    public async Task PutUnit_OtherMemory_IsRefused()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.PutMemory("other"), Samples.Put("a", "b")))).UnitIds[0];

        await Expect.FailsAsync(ErrorCode.ArgumentInvalid, () => store.CommitAsync(
            Samples.Change(Samples.Put(Samples.Unit("a", "b", "other") with { Id = id }))));
    }

    [Theory]
    [InlineData("u0000000zzz")]
    [InlineData("nonsense")]
    [InlineData("U0000000001")]
    public async Task PutUnit_UnknownId_IsRefused(string id)
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(Samples.Put("a", "b")));

        await Expect.FailsAsync(ErrorCode.UnitNotFound, () => store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "b") with { Id = id }))));
        await Expect.FailsAsync(ErrorCode.UnitNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(id))));
        Assert.Null(store.FindUnit(Tenant, id));
    }

    [Fact]
    public async Task PutUnit_UnknownMemory_IsRefused() => await Expect.FailsAsync(
        ErrorCode.MemoryNotFound, () => NewStore().CommitAsync(Samples.Change(Samples.Put("a", "b"))));

    [Fact]
    public async Task PutUnit_TextThatCannotBeKept_IsRefused()
    {
        // Not a theory: the runner itself would mend the lone surrogates.
        var store = await NewStoreWithMemory();
        foreach (var text in new[] { "half \uD83D of a smile", "\uDE00", "ends \uD83D", "\uDE00\uD83D", "zero \0 inside" })
        {
            var failure = await Expect.FailsAsync(ErrorCode.TextMalformed, () => store.CommitAsync(Samples.Change(Samples.Put("a", text))));
            Assert.Equal("unit.variants.text", failure.Field);
        }
    }

    [Fact]
    public async Task DeleteUnit_Known_EndsItAndKeepsItsPast()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b")))).UnitIds[0];

        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(id)));

        Assert.Null(store.FindUnit(Tenant, id));
        Assert.NotNull(store.FindUnit(Tenant, id, 2));
        Assert.Equal([(2L, true), (3L, false)], store.ReadUnitChanges(Tenant, 0).Select(c => (c.Revision, c.Unit is not null)));
        var again = await store.CommitAsync(Samples.Change(Samples.Put("a", "b")));
        Assert.NotEqual(id, again.UnitIds[0]);
    }

    [Fact]
    public async Task Change_SeveralVersionsOfOneUnit_LeavesTheLast()
    {
        var store = await NewStoreWithMemory();
        TranslationUnit Keyed(string target) => Samples.Unit("a", target) with { Key = "k" };
        var id = (await store.CommitAsync(Samples.Change(Samples.Put(Keyed("1"))))).UnitIds[0];

        await store.CommitAsync(Samples.Change(Samples.Put(Keyed("2")), Samples.Put(Keyed("3"))));
        await store.CommitAsync(Samples.Change(Samples.Put(Keyed("4")), new ChangeOperation.DeleteUnit(id)));

        Assert.Equal(["1", "3", null], new long?[] { 2, 3, 4 }.Select(r => store.FindUnit(Tenant, id, r)?.Variants[1].Text));
        Assert.Equal(["1", "3", null], store.ReadUnitChanges(Tenant, 0).Select(c => c.Unit?.Variants[1].Text));
    }

    [Fact]
    public async Task ReadUnits_ManyPages_AreInOrderAndOfOneState()
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(Samples.PutMemory("other"), Samples.Put(Samples.Unit("a", "b", "other"))));
        var ids = (await store.CommitAsync(new Change { Operations = Samples.Import(2_500) })).UnitIds;
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);

        var seen = new List<string>();
        foreach (var unit in store.ReadUnits(Tenant, "news"))
        {
            if (seen.Count == 10)
            {
                await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(ids[^1]), Samples.Put("new", "new")));
            }

            seen.Add(unit.Id);
        }

        Assert.Equal(ids, seen);
        Assert.Equal(ids.Skip(1_200), store.ReadUnits(Tenant, "news", 3, ids[1_199]).Select(u => u.Id));
        Assert.Equal(2_503, store.ReadUnitChanges(Tenant, 0).Count());
        Assert.Equal([ids[^1]], store.ReadUnitChanges(Tenant, 3).Where(c => c.Unit is null).Select(c => c.UnitId));
        Assert.Empty(store.ReadUnits(Tenant, "unknown"));
    }

    [Fact]
    public async Task Commit_ClockSetBack_KeepsOrder()
    {
        var store = await NewStoreWithMemory();
        var ids = new List<string>();
        foreach (var jump in new[] { TimeSpan.FromHours(-1), TimeSpan.FromDays(3_650), TimeSpan.FromDays(-7_300) })
        {
            Time.Now += jump;
            ids.AddRange((await store.CommitAsync(Samples.Change(Samples.Put("a" + jump, "b")))).UnitIds);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal([4L, 3L, 2L, 1L], store.ListChangeSets(Tenant).Select(c => c.Revision));
        Assert.Equal(Time.Now, store.ListChangeSets(Tenant)[0].Time);
    }
}
