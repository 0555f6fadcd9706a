using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching.Indexing.Files;

/// <summary>
/// Units come, change and go in several memories and languages; the index is closed and opened again, or its folder is copied at any moment,
/// as a crash would leave it. Whatever happens, it answers as the scan does, now and as of every revision.
/// </summary>
public sealed class IndexFilesLawTests
{
    private static readonly string[] Languages = ["es", "es-MX", "en", "vi", "ja"];
    private static readonly string[] Memories = ["m", "n"];

    [Fact]
    public void Lookup_AfterAnyHistoryOfClosingAndCrashing_EqualsTheScan() => Seeded.Run(8, random =>
    {
        using var folder = new TemporaryFolder();
        var generator = new SegmentGenerator(random);
        var log = new UnitLog();
        var opened = 0;
        var step = random.Next(2) == 0 ? 3 : 1 << 16;
        var index = Open(log, folder[$"{opened}"], step);
        try
        {
            for (var round = 0; round < 25; round++)
            {
                log.Apply(RandomChanges(random, generator, log));
                index.CatchUp();
                for (var i = 0; i < 4; i++)
                {
                    AssertSameAsScan(index, RandomQuery(random, generator, log));
                }

                if (random.Next(4) == 0)
                {
                    var next = folder[$"{++opened}"];
                    if (random.Next(2) == 0)
                    {
                        index.Dispose();
                        Copy(folder[$"{opened - 1}"], next);
                    }
                    else
                    {
                        Copy(folder[$"{opened - 1}"], next);
                        index.Dispose();
                    }

                    log.Apply(RandomChanges(random, generator, log));
                    index = Open(log, next, step);
                }
            }
        }
        finally
        {
            index.Dispose();
        }
    });

    /// <summary>A change takes several steps, and after each the files are written and opened as after a crash.</summary>
    [Fact]
    public void Flush_BetweenTheStepsOfAChange_WritesWholeRevisions() => Seeded.Run(4, random =>
    {
        using var folder = new TemporaryFolder();
        var generator = new SegmentGenerator(random);
        var log = new UnitLog();
        var files = new IndexFolder(folder["live"]);
        files.ReadManifest(out _);
        var (ends, crashes) = (new Dictionary<string, (string, int)>(), 0);
        var state = new IndexState(log, Tenants.Default, new IndexOptions { Folder = folder["live"], StepSize = 20 });
        for (var round = 0; round < 4; round++)
        {
            log.Apply(RandomChanges(random, generator, log));
            log.Apply(RandomChanges(random, generator, log));
            state.CatchUp(() => null, WriteAndCrash);
        }

        void WriteAndCrash()
        {
            var flush = new IndexFlush(state, files, ends);
            flush.Run(default);
            flush.Release();
            var copy = folder[$"{++crashes}"];
            Copy(folder["live"], copy);
            using var opened = Open(log, copy);
            Assert.Empty(opened.Status.Notices);
            AssertSameAsScan(opened, RandomQuery(random, generator, log));
            AssertSameAsScan(opened, RandomQuery(random, generator, log));
        }
    });

    [Fact]
    public void CatchUp_OpenedAgain_ReadsOnlyWhatIsNew()
    {
        using var folder = new TemporaryFolder();
        var log = new UnitLog();
        log.Apply(Enumerable.Range(0, 500).Select(i => Put(Unit($"u{i:D4}", $"Frase número {i} de la memoria.", "T"))));
        Open(log, folder.Root).Dispose();
        log.Apply(Put(Unit("v", "Frase nueva.", "T")));

        var source = new CountedSource(log);
        using var index = new TranslationMemoryIndex(source, Tenants.Default, new IndexOptions { Folder = folder.Root });
        index.CatchUp();

        Assert.Equal((0, 1), (source.Versions, source.Changes));
        Assert.Equal(["v"], index.Lookup(Query("Frase nueva.") with { Threshold = 100 }).Ids());
        Assert.Equal(["u0123"], index.Lookup(Query("Frase número 123 de la memoria.") with { Threshold = 100 }).Ids());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Lookup_AsOfARevisionPastTheLimit_IsRefusedAndDeadVersionsAreDropped(long kept)
    {
        using var folder = new TemporaryFolder();
        var log = new UnitLog();
        for (var i = 0; i < 200; i++)
        {
            log.Apply(Put(Unit("u", $"Versión {i} de la frase.", "T")));
        }

        var options = new IndexOptions { Folder = folder.Root, KeptRevisions = kept };
        using (var index = new TranslationMemoryIndex(log, Tenants.Default, options))
        {
            index.CatchUp();
        }

        using var again = new TranslationMemoryIndex(log, Tenants.Default, options);
        again.CatchUp();
        Assert.Equal(200 - kept, again.Status.Floor);
        Assert.Equal(2 * (kept + 1), again.Status.Rows);
        Assert.Single(again.Lookup(Query($"Versión {199 - kept} de la frase.") with { Threshold = 100, AsOf = 200 - kept }).Matches);
        foreach (var revision in new[] { -1, 199 - kept, 201 })
        {
            var failure = Assert.Throws<Errors.DomainException>(() => again.Lookup(Query("Frase.") with { AsOf = revision }));
            Assert.Equal((Errors.ErrorCode.RevisionOutOfRange, "as_of_revision"), (failure.Code, failure.Field));
        }
    }

    /// <summary>Asserts that the index finds what the scan finds.</summary>
    internal static void AssertSameAsScan(TranslationMemoryIndex index, LookupQuery query) =>
        Assert.Equal(Answer(index.Lookup(query with { Exhaustive = true })), Answer(index.Lookup(query)));

    private static string[] Answer(LookupResult result) =>
        [$"{result.Complete} {result.Revision}", .. result.Matches.Select(m => $"{m.Score} {m.Unit.Id} {m.Unit.Revision} {m.Source.Text} → {m.Target?.Text}")];

    private static TranslationMemoryIndex Open(UnitLog log, string folder, int step = 1 << 16)
    {
        var index = new TranslationMemoryIndex(log, Tenants.Default, new IndexOptions { Folder = folder, StepSize = step });
        index.CatchUp();
        return index;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).OrderBy(f => Path.GetFileName(f) != "manifest"))
        {
            try
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
            catch (FileNotFoundException)
            {
                // The keeper deleted it meanwhile; then the copy's manifest names a file that is missing.
            }
        }
    }

    private static List<UnitChange> RandomChanges(Random random, SegmentGenerator generator, UnitLog log) =>
        [.. Enumerable.Range(0, random.Next(5) == 0 ? random.Next(200) : random.Next(1, 6)).Select(_ => RandomChange(random, generator, log))];

    private static UnitChange RandomChange(Random random, SegmentGenerator generator, UnitLog log)
    {
        var id = $"u{random.Next(400):D3}";
        var unit = new TranslationUnit
        {
            Id = id,
            MemoryId = Memories[id[^1] % 2],
            Variants =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Variant
                {
                    Language = LanguageTag.Parse(Languages[random.Next(Languages.Length)]),
                    Text = AnyText(random, generator, log),
                    Status = (VariantStatus)random.Next(4),
                }),
            ],
        };
        return random.Next(4) == 0 ? Delete(unit) : Put(unit);
    }

    private static LookupQuery RandomQuery(Random random, SegmentGenerator generator, UnitLog log)
    {
        var text = AnyText(random, generator, log);
        return Query(string.IsNullOrWhiteSpace(text) ? "a" : text, Languages[random.Next(Languages.Length)], Languages[random.Next(Languages.Length)]) with
        {
            Threshold = random.Next(4) == 0 ? 100 : random.Next(50, 100),
            MaxResults = random.Next(2) == 0 ? 3 : 1_000,
            Profile = MatchProfile.All[random.Next(3)],
            AsOf = random.Next(2) == 0 ? null : random.NextInt64(log.GetRevision("") + 1),
        };
    }

    private static string AnyText(Random random, SegmentGenerator generator, UnitLog log)
    {
        var texts = log.ReadUnitVersions("", 0, long.MaxValue).TakeLast(40).SelectMany(v => v.Unit.Variants).Select(v => v.Text).ToList();
        return texts.Count > 0 && random.Next(3) > 0 ? generator.Edit(texts[random.Next(texts.Count)]) : generator.Segment();
    }
}
