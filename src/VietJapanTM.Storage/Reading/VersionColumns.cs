using SQLitePCL;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;

namespace VietJapanTM.Storage.Reading;

/// <summary>
/// The columns of a version and of its variants, read by number and without the provider's checks of every column, which cost more than
/// the columns. One for a query; not thread-safe.
/// </summary>
internal sealed class VersionColumns
{
    /// <summary>The columns of <c>units u</c> and <c>memories m</c>.</summary>
    public const string Unit = "u.unit, u.from_revision, u.to_revision, m.id, u.key, u.document, u.attributes, u.confidences, u.checksum";

    /// <summary>How many these are.</summary>
    public const int UnitCount = 9;

    /// <summary>The columns of <c>variants v</c>.</summary>
    public const string Variant =
        "v.language, v.text, v.tags, v.status, v.origin, v.author, v.create_time, v.update_time, v.position, v.previous_hash, v.next_hash";

    private readonly RecentTexts _memories = new();
    private readonly RecentTexts _documents = new();
    private readonly RecentTexts _attributes = new();
    private readonly RecentTexts _confidences = new();
    private readonly RecentTexts _languages = new();
    private readonly RecentTexts _authors = new();

    /// <summary>The version that a row is of, by its first two columns.</summary>
    public static VersionKey KeyOf(sqlite3_stmt row) => new(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_int64(row, 1));

    /// <summary>The revision that ended the version; null: none has.</summary>
    public static long? EndOf(sqlite3_stmt row) => Number(row, 2);

    /// <summary>The unit, from column 0 on.</summary>
    public UnitRow ReadUnit(sqlite3_stmt row) => new()
    {
        Unit = raw.sqlite3_column_int64(row, 0),
        FromRevision = raw.sqlite3_column_int64(row, 1),
        Memory = _memories.Read(row, 3) ?? "",
        Key = RecentTexts.ReadNew(row, 4),
        Document = _documents.Read(row, 5),
        Attributes = _attributes.Read(row, 6),
        Confidences = _confidences.Read(row, 7),
        Checksum = raw.sqlite3_column_int64(row, 8),
    };

    /// <summary>The variant, from column <paramref name="at"/> on.</summary>
    public Variant ReadVariant(sqlite3_stmt row, int at) => new()
    {
        Language = StoredLanguage.Read(_languages.Read(row, at) ?? ""),
        Text = RecentTexts.ReadNew(row, at + 1) ?? "",
        Tags = StoredJson.ToTags(RecentTexts.ReadNew(row, at + 2)),
        Status = (VariantStatus)raw.sqlite3_column_int64(row, at + 3),
        Origin = (VariantOrigin)raw.sqlite3_column_int64(row, at + 4),
        Author = _authors.Read(row, at + 5) ?? "",
        CreateTime = StoredTime.Read(raw.sqlite3_column_int64(row, at + 6)),
        UpdateTime = StoredTime.Read(raw.sqlite3_column_int64(row, at + 7)),
        Position = (int?)Number(row, at + 8),
        Previous = Number(row, at + 9) is { } previous ? new ContextHash((ulong)previous) : null,
        Next = Number(row, at + 10) is { } next ? new ContextHash((ulong)next) : null,
    };

    private static long? Number(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row, column);
}
