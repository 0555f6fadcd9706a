using System.Globalization;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Output;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Documents;

/// <summary>The stored documents as a table or as JSON lines.</summary>
internal static class DocumentList
{
    private const int PageSize = 1_000;

    /// <summary>Reads all of them, page by page, in order of their ids.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="memory">Those of one memory alone; null for all.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<List<Wire.Document>> ReadAsync(IMemoryConnection connection, string? memory, CancellationToken cancellationToken)
    {
        var documents = new List<Wire.Document>();
        var request = new Wire.ListDocumentsRequest { PageSize = PageSize, Memory = memory is null ? "" : ResourceName.Memory(memory) };
        do
        {
            var page = await connection.ListDocumentsAsync(request, cancellationToken).ConfigureAwait(false);
            documents.AddRange(page.Documents);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return documents;
    }

    /// <summary>Writes them; the table has a line that names its columns.</summary>
    public static void Write(IReadOnlyList<Wire.Document> documents, bool json, TextWriter output)
    {
        if (json)
        {
            foreach (var document in documents)
            {
                output.WriteLine(Json.ToLine(ToValue(document)));
            }

            return;
        }

        var rows = documents.Select(ToCells).Prepend(["document", "memory", "languages", "beads", "doubtful", "reviewed", "revision"]).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, c) => c < 3 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        }
    }

    private static string[] ToCells(Wire.Document document) =>
    [
        IdOf(document), MemoryOf(document), string.Join(",", document.LanguageCodes), Number(document.BeadCount), Number(document.DoubtfulCount),
        Number(document.ReviewedCount), Number(document.Revision),
    ];

    private static object ToValue(Wire.Document document) => new
    {
        document = IdOf(document),
        name = document.DisplayName,
        memory = MemoryOf(document),
        languages = document.LanguageCodes,
        beads = document.BeadCount,
        doubtful = document.DoubtfulCount,
        reviewed = document.ReviewedCount,
        document.Revision,
        time = document.CreateTime.ToDateTimeOffset(),
    };

    private static string IdOf(Wire.Document document) => ResourceName.ParseDocument(document.Name, "name");

    private static string MemoryOf(Wire.Document document) => ResourceName.ParseMemory(document.Memory, "memory");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
