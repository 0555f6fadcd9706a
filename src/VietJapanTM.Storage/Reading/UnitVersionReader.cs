using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>A version's key within its tenant.</summary>
internal readonly record struct VersionKey(long Unit, long Revision);

/// <summary>
/// Reads versions of units for the index: those of a change, and single ones for its hits, whose statement stays prepared with its connection.
/// Every version's checksum is verified.
/// </summary>
internal static class UnitVersionReader
{
    private static readonly ConditionalWeakTable<SqliteConnection, SqliteCommand> Finders = [];

    /// <summary>The versions that began from one change to another, both included, in order of revision and unit.</summary>
    public static List<TranslationUnit> ReadBegun(SqliteConnection connection, long tenant, VersionKey first, VersionKey last)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {VersionColumns.Unit}, {VersionColumns.Variant}
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
            SELECT {VersionColumns.Unit}, {VersionColumns.Variant}
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

    /// <summary>Joins the rows of each version.</summary>
    private static void Assemble(SqliteDataReader reader, CanonicalBytes form, Action<TranslationUnit, long?> add)
    {
        var columns = new VersionColumns();
        var variants = new List<Variant>();
        UnitRow? first = null;
        long? end = null;
        while (reader.Read())
        {
            var row = reader.Handle!;
            if (first is not null && VersionColumns.KeyOf(row) != new VersionKey(first.Unit, first.FromRevision))
            {
                add(UnitReader.Complete(first, variants, form), end);
                first = null;
            }

            if (first is null)
            {
                first = columns.ReadUnit(row);
                end = VersionColumns.EndOf(row);
            }

            // A unit that lost its variants reads as one without language, which is noticed.
            variants.Add(columns.ReadVariant(row, VersionColumns.UnitCount));
        }

        if (first is not null)
        {
            add(UnitReader.Complete(first, variants, form), end);
        }
    }
}
