using System.Globalization;
using VietJapanTM.Model;
using VietJapanTM.Storage;
using VietJapanTM.Storage.Schema;
using VietJapanTM.Store;

if (args is ["migrate", var old])
{
    // Brings the store of a folder to this program's schema and one step further, which takes its time; then waits to be killed.
    Console.WriteLine("open");
    var slow = new Migration(
        Migrations.All[^1].Version + 1,
        "CREATE TABLE slow (n INTEGER NOT NULL, text TEXT NOT NULL) STRICT;"
        + "INSERT INTO slow WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 200000) SELECT n, hex(randomblob(40)) FROM count;"
        + "DROP TABLE slow");
    using var migrated = SqliteStore.Open(new SqliteStoreOptions { DataFolder = old }, [.. Migrations.All, slow]);
    Console.WriteLine("committed");
    await Task.Delay(Timeout.Infinite);
}

// FOLDER UNITS REQUEST: imports that many units in one change, tells how far it is, and when the change is durable; then it waits to be killed.
var units = int.Parse(args[1], CultureInfo.InvariantCulture);
var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = args[0] });
store.PublishAddress("http://localhost:5280");
Console.WriteLine("open");
await store.CommitAsync(new Change { Operations = Operations(units), RequestId = args[2] });
Console.WriteLine("committed");
await Task.Delay(Timeout.Infinite);

static IEnumerable<ChangeOperation> Operations(int units)
{
    yield return new ChangeOperation.PutMemory(new Memory { Id = "news" });
    for (var i = 0; i < units; i++)
    {
        if (i % 100 == 0)
        {
            Console.WriteLine($"at {i}");
        }

        yield return new ChangeOperation.PutUnit(new TranslationUnit
        {
            MemoryId = "news",
            Variants =
            [
                new Variant { Language = LanguageTag.Spanish, Text = $"El presidente recibió a la delegación número {i} en La Habana." },
                new Variant { Language = LanguageTag.Vietnamese, Text = $"Chủ tịch đã tiếp đoàn đại biểu số {i} tại La Habana." },
            ],
        });
    }
}
