using Dapper;
using Microsoft.Data.Sqlite;
using VietJapanTM.Storage.Failures;
using VietJapanTM.Storage.Identity;
using VietJapanTM.Storage.Reading;

namespace VietJapanTM.Storage.Verification;

/// <summary>
/// Reads everything: the engine's own check of pages and indexes, references, counters, and the checksum of every version that was ever
/// written.
/// </summary>
internal static class StoreVerification
{
    private const int MostFindings = 100;

    /// <summary>What is wrong, in plain words; empty where nothing is. At most 100 findings.</summary>
    public static IReadOnlyList<string> Run(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        using var interrupt = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle!));
        Attempt(findings, () => findings.AddRange(
            connection.Query<string>($"PRAGMA integrity_check({MostFindings})").Where(f => f != "ok").Select(f => "Pages: " + f)));
        Attempt(findings, () => findings.AddRange(
            connection.Query<(string Table, long? Row, string Parent)>("PRAGMA foreign_key_check")
                .Take(MostFindings)
                .Select(r => $"A row of {r.Table} belongs to no row of {r.Parent}.")));
        Attempt(findings, () => CheckCounters(connection, findings));
        Attempt(findings, () => CheckVersions(connection, findings, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return findings.Count <= MostFindings ? findings : findings.GetRange(0, MostFindings);
    }

    private static void CheckCounters(SqliteConnection connection, List<string> findings)
    {
        const string sql =
            """
            SELECT name FROM tenants t
            WHERE revision <> coalesce((SELECT max(revision) FROM change_sets c WHERE c.tenant = t.tenant), 0)
               OR last_unit < coalesce((SELECT max(unit) FROM units u WHERE u.tenant = t.tenant), 0)
               OR revision < coalesce((SELECT max(from_revision) FROM units u WHERE u.tenant = t.tenant), 0)
            """;
        findings.AddRange(connection.Query<string>(sql).Select(name => $"The counters of tenant {name} do not agree with its rows."));
    }

    private static void CheckVersions(SqliteConnection connection, List<string> findings, CancellationToken cancellationToken)
    {
        foreach (var (tenant, unit, revision) in connection.Query<(long, long, long)>(
            "SELECT tenant, unit, from_revision FROM units ORDER BY 1, 2, 3", buffered: false))
        {
            Check(findings, $"Unit {UnitNumber.ToId(unit)}", revision, () => UnitReader.Find(connection, tenant, unit, revision), cancellationToken);
        }

        foreach (var (tenant, id, revision) in connection.Query<(long, string, long)>(
            "SELECT tenant, document, from_revision FROM documents ORDER BY 1, 2, 3", buffered: false))
        {
            Check(findings, $"Document {id}", revision, () => DocumentReader.Find(connection, tenant, id, revision), cancellationToken);
        }

        foreach (var (tenant, id, revision) in connection.Query<(long, string, long)>(
            "SELECT tenant, concept, from_revision FROM concepts ORDER BY 1, 2, 3", buffered: false))
        {
            Check(findings, $"Concept {id}", revision, () => ConceptReader.Find(connection, tenant, id, revision), cancellationToken);
        }
    }

    private static void Check(List<string> findings, string what, long revision, Func<object?> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (findings.Count >= MostFindings)
        {
            return;
        }

        Attempt(findings, () =>
        {
            if (read() is null)
            {
                findings.Add($"{what} has no readable version of revision {revision}.");
            }
        });
    }

    private static void Attempt(List<string> findings, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e) when (SqliteFailure.IsDamage(e))
        {
            findings.Add(e.Message);
        }
    }
}
