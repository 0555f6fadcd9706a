using VietJapanTM.Errors;
using VietJapanTM.Matching.Explanations;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to the question why a unit is found, or is not.</summary>
internal static class ExplainAnswers
{
    public static Wire.ExplainResponse Explain(TranslationWorkspace workspace, Wire.ExplainRequest request, CancellationToken cancellationToken)
    {
        if (request.Lookup is null)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "lookup is missing. Send the look-up that is to be explained.", "lookup");
        }

        var query = request.Lookup.ToModel(workspace.Glossary.Demotion);
        var (memoryId, unitId) = ResourceName.ParseUnit(request.Unit, "unit");

        // The look-up itself refuses what cannot be asked, such as a memory that does not exist, and knows what its limit cut.
        var result = workspace.Lookup(query, cancellationToken);
        query = query with { AsOf = result.Revision };
        var version = Find(workspace.Store, memoryId, unitId, result.Revision);
        var explanation = UnitExplainer.Explain(query, version, workspace.Store.FindMemory(Tenants.Default, memoryId) ?? new Memory { Id = memoryId }, cancellationToken);
        var isThere = result.Matches.Any(m => m.Unit.Id == unitId);
        var response = new Wire.ExplainResponse
        {
            IsMatch = isThere,
            Nearest = explanation.Nearest?.ToWire(query.Profile, explanation.Edits),
        };
        response.Reasons.AddRange(explanation.Reasons.Select(ToWire));
        if (explanation.IsMatch && !isThere)
        {
            response.Reasons.Add(ToWire(new MissReason(MissKind.CutByLimit, $"It matches, but {(query.MaxResults == 1 ? "another ranks" : $"{query.MaxResults} others rank")} before it.")));
        }

        return response;
    }

    private static UnitVersion Find(ITranslationStore store, string memoryId, string unitId, long revision)
    {
        var version = store.FindLastUnitVersion(Tenants.Default, unitId, revision) ?? store.FindLastUnitVersion(Tenants.Default, unitId);
        return version is { } found && found.Unit.MemoryId == memoryId
            ? found
            : throw new DomainException(ErrorCode.UnitNotFound, $"There has never been a unit '{unitId}' in memory '{memoryId}'.", "unit");
    }

    private static Wire.MissReason ToWire(MissReason reason) => new()
    {
        Reason = Words.Kebab(reason.Kind),
        Message = reason.Message,
        Filter = reason.Filter is { } field ? Words.Kebab(field) : "",
        Revision = reason.Revision ?? 0,
    };
}
