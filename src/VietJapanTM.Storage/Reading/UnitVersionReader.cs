using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>A version's key within its tenant.</summary>
internal readonly record struct VersionKey(long Unit, long Revision);

/// <summary>Some versions, and the key of the last.</summary>
internal readonly record struct VersionPage(List<UnitVersion> Versions, VersionKey Last);

/// <summary>
/// Reads versions of units for the index: all of them when it is built, those of a change, single ones for its hits. All are hot, so the columns are read
/// by number and the statement for hits stays prepared with its connection. Every version's checksum is verified.
/// </summary>
internal static class UnitVersionReader
{
    private const string UnitColumns = "u.unit, u.from_revision, u.to_revision, m.id, u.key, u.document, u.attributes, u.confidences, u.checksum";

    private const string VariantColumns =
        "v.language, v.text, v.tags, v.status, v.origin, v.author, v.create_time, v.update_time, v.position, v.previous_hash, v.next_hash";

    private const int FirstVariantColumn = 9;

    private static readonly ConditionalWeakTable<SqliteConnection, SqliteCommand> Finders = [];

    /// <summary>
    /// At most <paramref name="limit"/> versions after a key, in order of the key, that are live at some revision from
    /// <paramref name="since"/> to <paramref name="upTo"/>.
    /// </summary>
    public static VersionPage ReadPage(SqliteConnection connection, long tenant, long since, long upTo, VersionKey after, int limit)
    {
        // The inner query walks the primary key, so the join walks the variants' in step.
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {UnitColumns}, {VariantColumns}
            FROM (SELECT * FROM units
                  WHERE tenant = $tenant AND (unit, from_revision) > ($unit, $revision)
                    AND from_revision <= $upTo AND (to_revision IS NULL OR to_revision > $since)
                  ORDER BY tenant, unit, from_revision LIMIT $limit) u
            JOIN memories m ON m.tenant = $tenant AND m.memory = u.memory
            LEFT JOIN variants v ON v.tenant = $tenant AND v.unit = u.unit AND v.from_revision = u.from_revision
            ORDER BY u.unit, u.from_revision, v.ordinal
            """;
        command.Parameters.AddWithValue("$tenant", tenant);
        command.Parameters.AddWithValue("$unit", after.Unit);
        command.Parameters.AddWithValue("$revision", after.Revision);
        command.Parameters.AddWithValue("$since", since);
        command.Parameters.AddWithValue("$upTo", upTo);
        command.Parameters.AddWithValue("$limit", limit);
        var versions = new List<UnitVersion>(limit);
        using var reader = command.ExecuteReader();
        var last = Assemble(reader, new CanonicalBytes(), (unit, end) => versions.Add(new UnitVersion(unit, end <= upTo ? end : null)));
        return new VersionPage(versions, last);
    }

    /// <summary>The versions that began from one change to another, both included, in order of revision and unit.</summary>
    public static List<TranslationUnit> ReadBegun(SqliteConnection connection, long tenant, VersionKey first, VersionKey last)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {UnitColumns}, {VariantColumns}
            FROM units u INDEXED BY units_by_start
            JOIN memories m ON m.tenant = u.tenant AND m.memory = u.memory
            LEFT JOIN variants v ON v.tenant = u.tenant AND v.unit = u.unit AND v.from_revision = u.from_revision
            WHERE u.tenant = $tenant AND (u.from_revision, u.unit) >= ($first, $firstUnit) AND (u.from_revision, u.unit) <= ($last, $lastUnit)
            ORDER BY u.from_revision, u.unit, v.ordinal
            """;
        command.Parameters.AddWithValue("$tenant", tenant);
        command.Parameters.AddWithValue("$first", first.Revision);
        command.Parameters.AddWithValue("$firstUnit", first.Unit);
        command.Parameters.AddWithValue("$last", last.Revision);
        command.Parameters.AddWithValue("$lastUnit", last.Unit);
        var units = new List<TranslationUnit>();
        using var reader = command.ExecuteReader();
        Assemble(reader, new CanonicalBytes(), (unit, _) => units.Add(unit));
        return units;
    }

    /// <summary>The versions asked for, in their order; null where there is none. Needs no transaction.</summary>
    public static List<TranslationUnit?> Find(SqliteConnection connection, long tenant, IReadOnlyList<UnitVersionName> names)
    {
        // Only a new command knows the connection's transaction, if there is one.
        using var current = connection.CreateCommand();
        var command = Finders.GetValue(connection, PrepareFinder);
        command.Transaction = current.Transaction;
        var form = new CanonicalBytes();
        var units = new List<TranslationUnit?>(names.Count);
        foreach (var name in names)
        {
            TranslationUnit? found = null;
            if (UnitNumber.Parse(name.UnitId) is { } unit)
            {
                command.Parameters[0].Value = tenant;
                command.Parameters[1].Value = unit;
                command.Parameters[2].Value = name.Revision;
                using var reader = command.ExecuteReader();
                Assemble(reader, form, (version, _) => found = version);
            }

            units.Add(found);
        }

        return units;
    }

    /// <summary>The newest version that began at or before a revision, with its end where that is no later; null where there is none.</summary>
    public static UnitVersion? FindLast(SqliteConnection connection, long tenant, long unit, long upTo)
    {
        const string sql =
            """
            SELECT from_revision, to_revision FROM units
            WHERE tenant = @tenant AND unit = @unit AND from_revision <= @upTo ORDER BY from_revision DESC LIMIT 1
            """;
        var (from, to) = connection.QueryFirstOrDefault<(long From, long? To)>(sql, new { tenant, unit, upTo });
        return Find(connection, tenant, [new UnitVersionName(UnitNumber.ToId(unit), from)])[0] is { } found
            ? new UnitVersion(found, to <= upTo ? to : null)
            : null;
    }

    private static SqliteCommand PrepareFinder(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {UnitColumns}, {VariantColumns}
            FROM units u
            JOIN memories m ON m.tenant = u.tenant AND m.memory = u.memory
            LEFT JOIN variants v ON v.tenant = u.tenant AND v.unit = u.unit AND v.from_revision = u.from_revision
            WHERE u.tenant = $tenant AND u.unit = $unit AND u.from_revision = $revision
            ORDER BY v.ordinal
            """;
        command.Parameters.Add("$tenant", SqliteType.Integer);
        command.Parameters.Add("$unit", SqliteType.Integer);
        command.Parameters.Add("$revision", SqliteType.Integer);
        return command;
    }

    /// <summary>Joins the rows of each version; answers the last one's key.</summary>
    private static VersionKey Assemble(SqliteDataReader reader, CanonicalBytes form, Action<TranslationUnit, long?> add)
    {
        var variants = new List<Variant>();
        UnitRow? first = null;
        long? end = null;
        while (reader.Read())
        {
            // Without the reader's checks of every column, which cost more than the columns.
            var row = reader.Handle!;
            if (first is not null && (raw.sqlite3_column_int64(row, 0) != first.Unit || raw.sqlite3_column_int64(row, 1) != first.FromRevision))
            {
                add(UnitReader.Complete(first, variants, form), end);
                first = null;
            }

            if (first is null)
            {
                first = ReadUnit(row);
                end = Number(row, 2);
            }

            variants.Add(ReadVariant(row));
        }

        if (first is null)
        {
            return default;
        }

        add(UnitReader.Complete(first, variants, form), end);
        return new VersionKey(first.Unit, first.FromRevision);
    }

    private static UnitRow ReadUnit(sqlite3_stmt row) => new()
    {
        Unit = raw.sqlite3_column_int64(row, 0),
        FromRevision = raw.sqlite3_column_int64(row, 1),
        Memory = Text(row, 3) ?? "",
        Key = Text(row, 4),
        Document = Text(row, 5),
        Attributes = Text(row, 6),
        Confidences = Text(row, 7),
        Checksum = raw.sqlite3_column_int64(row, 8),
    };

    /// <summary>A unit that lost its variants reads as one without language, which is noticed.</summary>
    private static Variant ReadVariant(sqlite3_stmt row)
    {
        const int at = FirstVariantColumn;
        return new Variant
        {
            Language = StoredLanguage.Read(Text(row, at) ?? ""),
            Text = Text(row, at + 1) ?? "",
            Tags = StoredJson.ToTags(Text(row, at + 2)),
            Status = (VariantStatus)raw.sqlite3_column_int64(row, at + 3),
            Origin = (VariantOrigin)raw.sqlite3_column_int64(row, at + 4),
            Author = Text(row, at + 5) ?? "",
            CreateTime = StoredTime.Read(raw.sqlite3_column_int64(row, at + 6)),
            UpdateTime = StoredTime.Read(raw.sqlite3_column_int64(row, at + 7)),
            Position = (int?)Number(row, at + 8),
            Previous = Number(row, at + 9) is { } previous ? new ContextHash((ulong)previous) : null,
            Next = Number(row, at + 10) is { } next ? new ContextHash((ulong)next) : null,
        };
    }

    private static string? Text(sqlite3_stmt row, int column) => raw.sqlite3_column_text(row, column).utf8_to_string();

    private static long? Number(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row, column);
}
