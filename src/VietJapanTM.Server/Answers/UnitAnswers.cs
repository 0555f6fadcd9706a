using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to requests that read and write units, for the service and for commands that open a store themselves.</summary>
internal static class UnitAnswers
{
    /// <summary>Most units in one request that writes.</summary>
    public const int MaxUnits = 10_000;

    private const int MostFailures = 20;
    private const int BytesPerPage = ServerOptions.MaxMessageBytes / 4;

    // So many units a page looks at, wanted or not: a filter that lets little through must not hold a call for long.
    private const int UnitsPerPage = 20_000;

    public static async Task<Wire.PutUnitsResponse> PutAsync(
        TranslationWorkspace workspace, Wire.PutUnitsRequest request, CancellationToken cancellationToken)
    {
        var memory = ResourceName.ParseMemory(request.Parent, "parent");
        RequireCount(request.Units.Count, "units");
        var puts = Read(request.Units, memory);
        var result = await workspace.CommitAsync(
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "PutUnits", request) with { Operations = puts },
            cancellationToken).ConfigureAwait(false);
        return new Wire.PutUnitsResponse
        {
            Names = { result.UnitIds.Select(id => ResourceName.Unit(memory, id)) },
            Revision = result.ChangeSet.Revision,
            WrittenCount = result.Written,
        };
    }

    public static async Task<Wire.Unit> UpdateAsync(TranslationWorkspace workspace, Wire.UpdateUnitRequest request, CancellationToken cancellationToken)
    {
        var wire = request.Unit ?? throw new DomainException(ErrorCode.ArgumentInvalid, "unit is missing. Send what changes.", "unit");
        var (memory, id) = ResourceName.ParseUnit(wire.Name, "unit.name");
        var edit = UnitMask.ToEdit(request.UpdateMask, wire.ToPart(memory, "unit"));
        var result = await workspace.CommitAsync(
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "UpdateUnit", request) with
            {
                Operations = [new ChangeOperation.EditUnit(memory, id, edit, Etags.Parse(wire.Etag, "unit.etag"))],
            },
            cancellationToken).ConfigureAwait(false);

        // The version of that moment, so that a retry hears the same however much has happened since.
        return Find(workspace, memory, id, result.ChangeSet.Revision).ToWire();
    }

    public static async Task<Wire.DeleteUnitsResponse> DeleteAsync(
        TranslationWorkspace workspace, Wire.DeleteUnitsRequest request, CancellationToken cancellationToken)
    {
        var memory = ResourceName.ParseMemory(request.Parent, "parent");
        RequireCount(request.Names.Count, "names");
        var ids = request.Names.Select((name, i) => ReadId(name, memory, $"names[{i}]")).Distinct(StringComparer.Ordinal).ToList();
        var result = await workspace.CommitAsync(
            WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "DeleteUnits", request) with
            {
                Operations = ids.ConvertAll(id => (ChangeOperation)new ChangeOperation.DeleteUnit(id, memory)),
            },
            cancellationToken).ConfigureAwait(false);
        return new Wire.DeleteUnitsResponse { Revision = result.ChangeSet.Revision };
    }

    public static Wire.Unit Get(TranslationWorkspace workspace, Wire.GetUnitRequest request)
    {
        var (memory, id) = ResourceName.ParseUnit(request.Name, "name");
        return Find(workspace, memory, id, asOf: null).ToWire();
    }

    public static Wire.ListUnitsResponse List(TranslationWorkspace workspace, Wire.ListUnitsRequest request, CancellationToken cancellationToken)
    {
        var memory = ResourceName.ParseMemory(request.Parent, "parent");
        if (workspace.Store.FindMemory(Tenants.Default, memory) is null)
        {
            throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{memory}'.", "parent");
        }

        var page = RevisionPage.Parse(request.PageSize, request.PageToken, request.AsOfRevision, () => workspace.Store.GetRevision(Tenants.Default));
        var languages = request.LanguageCodes.Select((code, i) => Languages.Parse(code, $"language_codes[{i}]")).ToList();
        var filter = QueryMapping.ReadFilter(request.Filter);
        var response = new Wire.ListUnitsResponse { Revision = page.Revision };
        var (last, read, bytes) = ("", 0, 0);
        foreach (var unit in workspace.Store.ReadUnits(Tenants.Default, memory, page.Revision, page.After))
        {
            if (response.Units.Count == page.Size || read == UnitsPerPage || bytes >= BytesPerPage)
            {
                response.NextPageToken = page.TokenAfter(last);
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            (last, read) = (unit.Id, read + 1);
            if (languages.TrueForAll(language => unit.Find(language) is not null) && unit.Variants.Any(v => !filter.Excludes(unit, v)))
            {
                var wire = unit.ToWire();
                bytes += wire.CalculateSize();
                response.Units.Add(wire);
            }
        }

        return response;
    }

    private static TranslationUnit Find(TranslationWorkspace workspace, string memory, string id, long? asOf) =>
        workspace.Store.FindUnit(Tenants.Default, id, asOf) is { } unit && unit.MemoryId == memory
            ? unit
            : throw new DomainException(ErrorCode.UnitNotFound, $"There is no unit '{id}' in memory '{memory}'.", "name");

    private static void RequireCount(int count, string field)
    {
        if (count is 0 or > MaxUnits)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} has {count} entries. Send 1 to {MaxUnits}.", field);
        }
    }

    private static string ReadId(string name, string memory, string field)
    {
        var (parent, id) = ResourceName.ParseUnit(name, field);
        return parent == memory ? id : throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} lies in another memory than parent.", field);
    }

    /// <summary>The puts; where units are refused, all of them are named, not only the first.</summary>
    private static List<ChangeOperation> Read(IReadOnlyList<Wire.Unit> units, string memory)
    {
        var puts = new List<ChangeOperation>(units.Count);
        var failures = new List<DomainException>();
        for (var i = 0; i < units.Count && failures.Count < MostFailures; i++)
        {
            try
            {
                // A unit without a name may be a copy of another one, whose etag says nothing here.
                var expected = units[i].Name.Length == 0 ? null : Etags.Parse(units[i].Etag, $"units[{i}].etag");
                puts.Add(new ChangeOperation.PutUnit(units[i].ToModel(memory, $"units[{i}]"), expected));
            }
            catch (DomainException e)
            {
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? puts : throw new DomainException(failures[0].Code, failures[0].Message, failures[0].Field, failures[0]) { Details = failures };
    }
}
