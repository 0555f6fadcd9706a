using System.IO.Compression;
using Microsoft.Data.Sqlite;
using VietJapanTM.Storage.Schema;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Faults;

/// <summary>
/// A store that the program of schema 1 wrote: 300 units and <see cref="Rich"/>'s document and concept in two revisions. Every later program
/// must bring it to its own schema, whole, and a kill -9 meanwhile must leave the old store or the new one.
/// </summary>
public class MigrationTests
{
    private static readonly string FirstSchema = RepositoryRoot.Combine("tests", "VietJapanTM.Storage.Tests", "Goldens", "store-v1.db.gz");

    [Fact]
    public void StoreOfTheFirstSchema_Opened_HoldsWhatItHeld()
    {
        using var folder = new TemporaryFolder();
        Unpack(folder["vjtm.db"]);

        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });

        AssertWhole(store);
        Assert.Equal(Rich.Document.Texts.Select(t => t.Segments.Length), store.FindDocument(Tenants.Default, Rich.Document.Id)!.Texts.Select(t => t.Segments.Length));
        Assert.NotNull(store.FindConcept(Tenants.Default, Rich.Concept.Id));
        Assert.Equal(Migrations.All.Count > 1, File.Exists(folder["vjtm.db.v1.backup"]));
    }

    [Fact]
    public async Task KillDuringMigration_AnyMoment_LeavesTheOldStoreOrTheNewOne()
    {
        var random = new Random(19);
        for (var kill = 0; kill < Effort.Of(5, 20); kill++)
        {
            using var folder = new TemporaryFolder();
            Unpack(folder["vjtm.db"]);
            using (var host = CrashHost.StartMigration(folder.Root))
            {
                await host.WaitForLine("open");
                await Task.Delay(random.Next(700));
                host.Kill();
            }

            var slow = new Migration(Migrations.All[^1].Version + 1, "SELECT 1");
            using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }, [.. Migrations.All, slow]);
            AssertWhole(store);
            Assert.Equal(1L, VersionOf(folder["vjtm.db.v1.backup"]));
        }
    }

    private static void AssertWhole(SqliteTranslationStore store)
    {
        Assert.Empty(store.Verify());
        var counts = store.Count(Tenants.Default);
        Assert.Equal((300, 601, 1, 1, 2), (counts.Units, counts.Variants, counts.Documents, counts.Concepts, counts.Revision));
        Assert.Equal("El presidente recibió a la delegación número 17 en La Habana.", store.ReadUnits(Tenants.Default, "news").ElementAt(16).Variants[0].Text);
    }

    private static void Unpack(string path)
    {
        using var packed = new GZipStream(File.OpenRead(FirstSchema), CompressionMode.Decompress);
        using var file = File.Create(path);
        packed.CopyTo(file);
    }

    private static object? VersionOf(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return command.ExecuteScalar();
    }
}
