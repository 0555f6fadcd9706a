using System.Runtime.CompilerServices;
using VietJapanTM.Cli.Exports;
using VietJapanTM.Cli.Input;
using VietJapanTM.Model;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

internal sealed partial class ServerConnection
{
    private const int UnitsPerRequest = UnitAnswers.MaxUnits;
    private const int UnitsPerPage = 1_000;
    private const int BytesPerRequest = ServerOptions.MaxMessageBytes / 2;

    public async IAsyncEnumerable<TranslationUnit> ReadUnitsAsync(
        string memoryId, IReadOnlyList<LanguageTag> languages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new Wire.ListUnitsRequest
        {
            Parent = ResourceName.Memory(memoryId),
            PageSize = UnitsPerPage,
            LanguageCodes = { languages.Select(language => language.Value) },
        };
        do
        {
            var page = await CallAsync(async () => await _memory.ListUnitsAsync(request, cancellationToken: cancellationToken)).ConfigureAwait(false);
            foreach (var unit in page.Units)
            {
                yield return WireUnits.Read(unit, memoryId);
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    public async Task<ImportOutcome> ImportAsync(
        string memoryId, IEnumerable<TranslationUnit> units, string file, CancellationToken cancellationToken)
    {
        var outcome = new ImportOutcome(0, 0, await RequireMemoryAsync(memoryId, cancellationToken).ConfigureAwait(false));
        var leftOut = 0L;
        var whole = units.Where(unit =>
        {
            var isWhole = !unit.Variants.Any(v => LostCharacters.In(v.Text));
            leftOut += isWhole ? 0 : 1;
            return isWhole;
        });
        foreach (var batch in InRequests(whole.Select(unit => unit.ToWire())))
        {
            var request = new Wire.PutUnitsRequest
            {
                Parent = ResourceName.Memory(memoryId),
                Units = { batch },
                Author = Environment.UserName,
                Reason = $"Import of {Path.GetFileName(file)}",
                RequestId = Guid.NewGuid().ToString(),
            };
            var reply = await CallAsync(async () => await _memory.PutUnitsAsync(request, cancellationToken: cancellationToken)).ConfigureAwait(false);
            outcome = outcome with { Written = outcome.Written + reply.WrittenCount, Revision = reply.Revision };
        }

        return outcome with { LeftOut = leftOut };
    }

    /// <summary>Parts that a server takes: so many units, and well below the size of a message.</summary>
    private static IEnumerable<IReadOnlyList<Wire.Unit>> InRequests(IEnumerable<Wire.Unit> units)
    {
        var batch = new List<Wire.Unit>();
        var bytes = 0;
        foreach (var unit in units)
        {
            var size = unit.CalculateSize();
            if (batch.Count == UnitsPerRequest || (batch.Count > 0 && bytes + size > BytesPerRequest))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(unit);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
