using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Faults;

public class DamageTests
{
    private const int PageBytes = 4096;

    [Fact]
    public async Task TextChangedInThePage_Read_IsRefusedAndVerifyNamesIt()
    {
        using var folder = new TemporaryFolder();
        await Fill(folder.Root);
        var bytes = File.ReadAllBytes(folder["vjtm.db"]);
        bytes[bytes.AsSpan().IndexOf("Chủ tịch đã tiếp đoàn đại biểu số 17 "u8)] ^= 1;
        File.WriteAllBytes(folder["vjtm.db"], bytes);

        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });

        Expect.Fails(ErrorCode.StoreCorrupt, () => store.ReadUnits(Tenants.Default, "news").ToList());
        Assert.Contains(store.Verify(), f => f.Contains("checksum", StringComparison.Ordinal));
    }

    /// <summary>
    /// One byte flipped anywhere: what is read is what was written or an error, and where anything is missing or wrong, opening or
    /// verifying says so.
    /// </summary>
    [Fact]
    public async Task AnyByteFlipped_Reads_AreTrueOrRefused()
    {
        using var folder = new TemporaryFolder();
        await Fill(folder["whole"]);
        var whole = File.ReadAllBytes(folder["whole", "vjtm.db"]);
        var expected = ReadAll(folder["whole"]);
        Assert.Empty(expected.Findings);
        Seeded.Run(Effort.Of(100, 4_000), random => FlipAndRead(whole, random.Next(whole.Length), random, expected));
    }

    /// <summary>The same on each kind of page that the store has, some of which are few; the inner pages of a table have keys alone and are not.</summary>
    [Theory]
    [InlineData(Page.Schema)]
    [InlineData(Page.TableLeaf)]
    [InlineData(Page.IndexInterior)]
    [InlineData(Page.IndexLeaf)]
    public async Task ByteOfAPageFlipped_Reads_AreTrueOrRefused(Page kind)
    {
        using var folder = new TemporaryFolder();
        await Fill(folder["whole"]);
        var whole = File.ReadAllBytes(folder["whole", "vjtm.db"]);
        var expected = ReadAll(folder["whole"]);
        var pages = Enumerable.Range(0, whole.Length / PageBytes)
            .Where(page => kind == Page.Schema ? page == 0 : page > 0 && whole[page * PageBytes] == (byte)kind)
            .ToList();
        Assert.NotEmpty(pages);
        Seeded.Run(Effort.Of(40, 1_500), random =>
        {
            // Half of the flips in a page's own header and pointers, where one bit breaks most.
            var offset = random.Next(random.Next(2) == 0 ? 128 : PageBytes);
            FlipAndRead(whole, (pages[random.Next(pages.Count)] * PageBytes) + offset, random, expected);
        });
    }

    private static void FlipAndRead(byte[] whole, int place, Random random, State expected)
    {
        var bytes = (byte[])whole.Clone();
        bytes[place] ^= (byte)(1 << random.Next(8));
        using var damaged = new TemporaryFolder();
        File.WriteAllBytes(damaged["vjtm.db"], bytes);
        State actual;
        try
        {
            actual = ReadAll(damaged.Root);
        }
        catch (DomainException e)
        {
            Assert.Contains(e.Code, new[] { ErrorCode.StoreCorrupt, ErrorCode.NotAStore, ErrorCode.SchemaTooNew, ErrorCode.StoreReadOnly });
            return;
        }

        Assert.Empty(actual.Units.Except(expected.Units));
        if (actual.Units.Count != expected.Units.Count || actual.Rest != expected.Rest)
        {
            Assert.NotEmpty(actual.Findings);
        }
    }

    private static async Task Fill(string folder)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder, TimeProvider = new SettableTime(Samples.Noon) });
        var ids = (await store.CommitAsync(new Change { Operations = Samples.Import(200) })).UnitIds;
        await store.CommitAsync(Samples.Change(
            new ChangeOperation.DeleteUnit(ids[3]), Samples.Put(Rich.Unit), new ChangeOperation.PutDocument(Rich.Document), new ChangeOperation.PutConcept(Rich.Concept)));
    }

    /// <summary>Each read by itself: one that fails takes nothing from the others. Throws where the store does not open.</summary>
    private static State ReadAll(string folder)
    {
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder });
        var units = new HashSet<string>(StringComparer.Ordinal);
        Try(() => units.UnionWith(store.ReadUnits(Tenants.Default, "news").Select(Expect.Shown)));
        var rest = new StringBuilder();
        Try(() => rest.Append(Expect.Shown(store.FindDocument(Tenants.Default, "article-1"))));
        Try(() => rest.Append(Expect.Shown(store.ListConcepts(Tenants.Default))));
        return new State(units, rest.ToString(), store.Verify());
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (DomainException e) when (e.Code == ErrorCode.StoreCorrupt)
        {
            // Refused, which is right.
        }
    }

    /// <summary>What a page of the database is, by the first byte of its header; the first page holds the file's header and the schema.</summary>
    public enum Page : byte
    {
        Schema = 0,
        IndexInterior = 2,
        IndexLeaf = 10,
        TableLeaf = 13,
    }

    private sealed record State(HashSet<string> Units, string Rest, IReadOnlyList<string> Findings);
}
