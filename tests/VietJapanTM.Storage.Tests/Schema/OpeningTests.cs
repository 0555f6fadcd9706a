using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Schema;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Schema;

public class OpeningTests
{
    private static readonly int Newest = Migrations.All[^1].Version;

    private static readonly Migration Next = new(Newest + 1, "ALTER TABLE memories ADD COLUMN rights TEXT; CREATE TABLE extra (tenant INTEGER NOT NULL) STRICT");

    [Fact]
    public void Open_FolderThatIsAbsent_MakesAStore()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["deep", "data"] });

        Assert.Equal(0, store.GetRevision(Tenants.Default));
        Assert.Equal(folder["deep", "data", "vjtm.db"], store.Location);
    }

    [Fact]
    public void Open_EmptyFile_IsAFreshStart()
    {
        using var folder = new TemporaryFolder();
        folder.Write("vjtm.db", "");

        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });

        Assert.Empty(store.Verify());
    }

    [Fact]
    public void Open_EmptyFileBesideALog_IsDamage()
    {
        using var folder = new TemporaryFolder();
        folder.Write("vjtm.db", "");
        folder.Write("vjtm.db-wal", "frames");

        Expect.Fails(ErrorCode.StoreCorrupt, () => Open(folder));
        Assert.Equal("frames", File.ReadAllText(folder["vjtm.db-wal"]));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("This is a shopping list and no database at all, whatever its name says.")]
    public void Open_TextFile_IsRefusedAndLeftAlone(string content)
    {
        using var folder = new TemporaryFolder();
        folder.Write("vjtm.db", content);

        Expect.Fails(ErrorCode.NotAStore, () => Open(folder));
        Assert.Equal(content, File.ReadAllText(folder["vjtm.db"]));
    }

    [Fact]
    public void Open_FolderInPlaceOfTheFile_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["vjtm.db"]);

        Expect.Fails(ErrorCode.NotAStore, () => Open(folder));
    }

    [Fact]
    public void Open_FileInPlaceOfTheFolder_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("data", "");

        Expect.Fails(ErrorCode.StoreReadOnly, () => SqliteStore.Open(new SqliteStoreOptions { DataFolder = file }));
    }

    [Fact]
    public void Open_DatabaseOfAnotherProgram_IsRefusedAndLeftAlone()
    {
        using var folder = new TemporaryFolder();
        Run(folder, "CREATE TABLE bookmarks (url TEXT)");

        Expect.Fails(ErrorCode.NotAStore, () => Open(folder));
        Assert.Equal(1L, Run(folder, "SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void Open_NewerSchema_IsRefused()
    {
        using var folder = new TemporaryFolder();
        SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }, [.. Migrations.All, Next]).Dispose();

        var failure = Expect.Fails(ErrorCode.SchemaTooNew, () => Open(folder));

        Assert.Contains($"schema {Newest + 1}", failure.Message);
        Assert.Equal(Newest + 1L, Run(folder, "PRAGMA user_version"));
    }

    [Fact]
    public async Task Open_OlderSchema_IsMigratedAfterABackup()
    {
        using var folder = new TemporaryFolder();
        using (var old = Open(folder))
        {
            await old.CommitAsync(Samples.Change(Samples.PutMemory(), Samples.Put("a", "b")));
        }

        using (var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }, [.. Migrations.All, Next]))
        {
            Assert.Contains($"vjtm.db.v{Newest}.backup", Assert.Single(store.Notices));
            Assert.Equal("a", Assert.Single(store.ReadUnits(Tenants.Default, "news")).Variants[0].Text);
            Assert.Empty(store.Verify());
        }

        Assert.Equal(Newest + 1L, Run(folder, "PRAGMA user_version"));
        Directory.CreateDirectory(folder["restored"]);
        File.Copy(folder[$"vjtm.db.v{Newest}.backup"], folder["restored", "vjtm.db"]);
        using var restored = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["restored"] });
        Assert.Single(restored.ReadUnits(Tenants.Default, "news"));
    }

    [Fact]
    public async Task Open_MigrationThatFails_LeavesTheOldStore()
    {
        using var folder = new TemporaryFolder();
        using (var old = Open(folder))
        {
            await old.CommitAsync(Samples.Change(Samples.PutMemory(), Samples.Put("a", "b")));
        }

        var broken = new Migration(Newest + 2, "DELETE FROM memories; INSERT INTO nowhere VALUES (1)");
        Assert.Throws<DomainException>(() => SqliteStore.Open(
            new SqliteStoreOptions { DataFolder = folder.Root }, [.. Migrations.All, Next, broken]));
        var orphaning = new Migration(Newest + 2, "DELETE FROM memories");
        Expect.Fails(ErrorCode.StoreCorrupt, () => SqliteStore.Open(
            new SqliteStoreOptions { DataFolder = folder.Root }, [.. Migrations.All, Next, orphaning]));

        using var store = Open(folder);
        Assert.Single(store.ReadUnits(Tenants.Default, "news"));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void Open_StoreOfTheFirstSchema_KeepsItsConcepts()
    {
        using var folder = new TemporaryFolder();
        SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }, [Migrations.All[0]]).Dispose();
        var concept = new Concept
        {
            Id = "asean",
            Languages = [new LanguageSection { Language = LanguageTag.Spanish, Terms = [new Term { Text = "ASEAN", Type = TermType.Acronym }] }],
            Revision = 1,
        };
        var form = new CanonicalBytes();
        CanonicalForm.Write(form, concept);
        Run(
            folder,
            $"""
            INSERT INTO tenants VALUES (1, 'default', 1, 0);
            INSERT INTO change_sets VALUES (1, 1, 'An', 0, '', NULL, NULL);
            INSERT INTO concepts (tenant, concept, from_revision, subject_field, checksum) VALUES (1, 'asean', 1, '', {form.Checksum()});
            INSERT INTO concept_languages (tenant, concept, from_revision, section, language) VALUES (1, 'asean', 1, 0, 'es');
            INSERT INTO terms (tenant, concept, from_revision, section, ordinal, text, status, part_of_speech, gender, number, type, case_rule)
            VALUES (1, 'asean', 1, 0, 0, 'ASEAN', 0, 0, 0, 0, 1, 0);
            """);

        using var store = Open(folder);

        Expect.Same(concept, store.FindConcept(Tenants.Default, "asean"));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void Migrations_Shipped_AreNumberedWithoutGap() =>
        Assert.Equal(Enumerable.Range(1, Migrations.All.Count), Migrations.All.Select(m => m.Version));

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void Open_OptionOutOfRange_IsTheCallersBug(int readers)
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root, Readers = readers }));
    }

    private static SqliteTranslationStore Open(TemporaryFolder folder) => SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });

    private static object? Run(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder["vjtm.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
