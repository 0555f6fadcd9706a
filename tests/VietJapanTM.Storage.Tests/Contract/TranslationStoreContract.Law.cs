using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

public abstract partial class TranslationStoreContract
{
    /// <summary>Random changes, many of them wrong: the store and the naive model agree on every answer, now and as of any revision.</summary>
    [Fact]
    public void AnySequenceOfChanges_AgreesWithTheModel() => Seeded.Run(12, random =>
    {
        using var store = MakeStore(Time);
        var model = new ReferenceModel();
        for (var step = 0; step < 40; step++)
        {
            Time.Now += TimeSpan.FromMinutes(random.Next(-30, 60));
            List<ChangeOperation> operations = random.Next(8) == 0
                ? [new ChangeOperation.Revert(random.NextInt64(Math.Max(0, model.Revision - 8), model.Revision + 2), random.Next(2) == 0)]
                : [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomOperation(random, model))];
            var author = random.Next(2) == 0 ? "" : "Ana";
            ChangeResult? result = null;
            ErrorCode? failure = null;
            try
            {
                result = store.CommitAsync(new Change { Author = author, Operations = operations }).GetAwaiter().GetResult();
            }
            catch (DomainException e)
            {
                failure = e.Code;
            }

            Assert.Equal(model.Apply(operations, author, Time.Now, result), failure);
            Compare(store, model, null);
            Compare(store, model, random.NextInt64(model.Revision + 1));
            var after = random.NextInt64(model.Revision + 1);
            Expect.Same(model.ChangesAfter(after), store.ReadUnitChanges(Tenant, after));
            Expect.Same(model.ConceptChangesAfter(after), store.ReadConceptChanges(Tenant, after));
            CompareVersions(store, model, after, random.NextInt64(after, model.Revision + 1));
        }
    });

    private static void CompareVersions(ITranslationStore store, ReferenceModel model, long since, long upTo)
    {
        var versions = model.Versions(since, upTo);
        Expect.Same(versions, store.ReadUnitVersions(Tenant, since, upTo));
        var names = versions.Select(v => new UnitVersionName(v.Unit.Id, v.Unit.Revision)).Append(new UnitVersionName("u0000000000", 1)).Reverse().ToList();
        Expect.Same(versions.Select(v => v.Unit).Append(null).Reverse(), store.FindUnitVersions(Tenant, names));
    }

    private static void Compare(ITranslationStore store, ReferenceModel model, long? asOf)
    {
        var state = model.At(asOf);
        Assert.Equal(model.Revision, store.GetRevision(Tenant));
        foreach (var memory in new[] { "m0", "m1" })
        {
            Expect.Same(state.Units.Values.Where(u => u.MemoryId == memory), store.ReadUnits(Tenant, memory, asOf));
        }

        foreach (var id in model.EveryUnit)
        {
            Expect.Same(state.Units.GetValueOrDefault(id), store.FindUnit(Tenant, id, asOf));
            var last = store.FindLastUnitVersion(Tenant, id, asOf);
            Expect.Same(state.Units.GetValueOrDefault(id), last is { EndRevision: null } ? last.Value.Unit : null);
            Assert.All(last is { EndRevision: { } end } ? [end] : Array.Empty<long>(), e =>
            {
                Assert.NotNull(store.FindUnit(Tenant, id, e - 1));
                Assert.Null(store.FindUnit(Tenant, id, e));
            });
        }

        Expect.Same(state.Concepts.Values, store.ListConcepts(Tenant, asOf: asOf));
        foreach (var id in new[] { "d0", "d1" })
        {
            Expect.Same(state.Documents.GetValueOrDefault(id), store.FindDocument(Tenant, id, asOf));
        }

        if (asOf is null)
        {
            Expect.Same(state.Memories.Values, store.ListMemories(Tenant));
            var counts = store.Count(Tenant);
            Assert.Equal(
                (state.Units.Count, state.Units.Values.Sum(u => u.Variants.Length), state.Documents.Count, state.Concepts.Count),
                ((int)counts.Units, (int)counts.Variants, (int)counts.Documents, (int)counts.Concepts));
        }
    }

    // Few names and few texts, so that they meet often.
    private static ChangeOperation RandomOperation(Random random, ReferenceModel model) => random.Next(20) switch
    {
        0 or 1 => new ChangeOperation.PutMemory(
            Samples.Memory("m" + random.Next(2)) with { Priority = random.Next(2) }, CreateOnly: random.Next(4) == 0, KeepExisting: random.Next(4) == 0),
        2 => new ChangeOperation.DeleteUnit(AnyUnit(random, model), random.Next(3) == 0 ? "m0" : null),
        3 => new ChangeOperation.DeleteDocument("d" + random.Next(2)),
        4 or 5 => new ChangeOperation.PutDocument(Rich.Document with
        {
            Id = "d" + random.Next(2),
            MemoryId = "m" + random.Next(2),
            DisplayName = "v" + random.Next(3),
            CreateTime = default,
        }),
        6 => new ChangeOperation.DeleteConcept("c" + random.Next(3)),
        7 or 8 or 9 => new ChangeOperation.PutConcept(
            Rich.Concept with { Id = "c" + random.Next(3), Note = "v" + random.Next(3) },
            random.Next(4) == 0 ? random.NextInt64(model.Revision + 1) : null,
            CreateOnly: random.Next(6) == 0),
        10 => Edit(random),
        11 => EditUnit(random, model),
        12 when random.Next(2) == 0 => new ChangeOperation.DeleteMemory("m" + random.Next(2), Force: random.Next(2) == 0),
        _ => new ChangeOperation.PutUnit(RandomUnit(random, model), random.Next(8) == 0 ? random.NextInt64(model.Revision + 1) : null),
    };

    private static ChangeOperation.EditConcept Edit(Random random)
    {
        var field = "v" + random.Next(3);
        return new ChangeOperation.EditConcept("c" + random.Next(3), concept => concept with { SubjectField = field });
    }

    private static ChangeOperation.EditUnit EditUnit(Random random, ReferenceModel model)
    {
        var (text, key) = ("e" + random.Next(3), random.Next(3) == 0 ? "k" + random.Next(3) : null);
        return new ChangeOperation.EditUnit(
            "m" + random.Next(2),
            AnyUnit(random, model),
            unit => unit with { Key = key ?? unit.Key, Variants = unit.Variants.SetItem(0, unit.Variants[0] with { Text = text }) },
            random.Next(4) == 0 ? random.NextInt64(model.Revision + 1) : null);
    }

    private static TranslationUnit RandomUnit(Random random, ReferenceModel model)
    {
        var unit = Samples.Unit("s" + random.Next(3), "t" + random.Next(3), "m" + random.Next(2));
        return unit with
        {
            Id = random.Next(4) == 0 ? AnyUnit(random, model) : "",
            Key = random.Next(3) == 0 ? "k" + random.Next(3) : null,
            DocumentId = random.Next(3) == 0 ? "d" + random.Next(2) : null,
            Variants = random.Next(5) switch
            {
                0 => [unit.Variants[1], unit.Variants[0] with { Status = VariantStatus.Approved, Next = ContextHash.Edge }],
                1 => [.. unit.Variants, unit.Variants[1] with { Text = "t9", Author = "Bao", Position = 4, UpdateTime = Samples.Noon }],
                2 => [unit.Variants[0] with { Position = random.Next(2), Previous = ContextHash.Of("p"), UpdateTime = Samples.Noon }, unit.Variants[1]],
                _ => unit.Variants,
            },
        };
    }

    private static string AnyUnit(Random random, ReferenceModel model) =>
        model.EveryUnit.Count == 0 ? "u0000000zzz" : model.EveryUnit[random.Next(model.EveryUnit.Count)];
}
