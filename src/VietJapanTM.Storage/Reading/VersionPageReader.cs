using Microsoft.Data.Sqlite;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Reading;

/// <summary>Some versions, and the key of the last.</summary>
internal readonly record struct VersionPage(List<UnitVersion> Versions, VersionKey Last);

/// <summary>
/// Reads all versions of all units, as the index is built from them. Units and variants lie in the order of their keys, so both tables are walked
/// side by side: a join would search the variants of each unit and then sort the rows with their texts. Every version's checksum is verified.
/// </summary>
internal static class VersionPageReader
{
    private const int VariantKeyCount = 2;

    /// <summary>
    /// At most <paramref name="limit"/> versions after a key, in order of the key, that are live at some revision from
    /// <paramref name="since"/> to <paramref name="upTo"/>. Needs a transaction, because it reads twice.
    /// </summary>
    public static VersionPage Read(SqliteConnection connection, long tenant, long since, long upTo, VersionKey after, int limit)
    {
        using var ofUnits = Units(connection, tenant, since, upTo, after, limit);
        using var ofVariants = Variants(connection, tenant, after);
        using var units = ofUnits.ExecuteReader();
        using var variants = ofVariants.ExecuteReader();
        var columns = new VersionColumns();
        var form = new CanonicalBytes();
        var versions = new List<UnitVersion>(limit);
        var own = new List<Variant>();
        var last = default(VersionKey);
        var more = variants.Read();
        while (units.Read())
        {
            last = VersionColumns.KeyOf(units.Handle!);
            for (; more && Compare(VersionColumns.KeyOf(variants.Handle!), last) is var order and <= 0; more = variants.Read())
            {
                // Earlier ones are those of versions that nobody asks for.
                if (order == 0)
                {
                    own.Add(columns.ReadVariant(variants.Handle!, VariantKeyCount));
                }
            }

            var unit = UnitReader.Complete(columns.ReadUnit(units.Handle!), own, form);
            versions.Add(new UnitVersion(unit, VersionColumns.EndOf(units.Handle!) is { } end && end <= upTo ? end : null));
        }

        return new VersionPage(versions, last);
    }

    private static int Compare(VersionKey a, VersionKey b) => a.Unit != b.Unit ? a.Unit.CompareTo(b.Unit) : a.Revision.CompareTo(b.Revision);

    private static SqliteCommand Units(SqliteConnection connection, long tenant, long since, long upTo, VersionKey after, int limit)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT {VersionColumns.Unit}
            FROM units u CROSS JOIN memories m
            WHERE u.tenant = $tenant AND (u.unit, u.from_revision) > ($unit, $revision)
              AND u.from_revision <= $upTo AND (u.to_revision IS NULL OR u.to_revision > $since)
              AND m.tenant = $tenant AND m.memory = u.memory
            ORDER BY u.unit, u.from_revision LIMIT $limit
            """;
        command.Parameters.AddWithValue("$tenant", tenant);
        command.Parameters.AddWithValue("$unit", after.Unit);
        command.Parameters.AddWithValue("$revision", after.Revision);
        command.Parameters.AddWithValue("$since", since);
        command.Parameters.AddWithValue("$upTo", upTo);
        command.Parameters.AddWithValue("$limit", limit);
        return command;
    }

    private static SqliteCommand Variants(SqliteConnection connection, long tenant, VersionKey after)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT v.unit, v.from_revision, {VersionColumns.Variant}
            FROM variants v
            WHERE v.tenant = $tenant AND (v.unit, v.from_revision) > ($unit, $revision)
            ORDER BY v.unit, v.from_revision, v.ordinal
            """;
        command.Parameters.AddWithValue("$tenant", tenant);
        command.Parameters.AddWithValue("$unit", after.Unit);
        command.Parameters.AddWithValue("$revision", after.Revision);
        return command;
    }
}
