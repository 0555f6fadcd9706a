using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using VietJapanTM.Terminology.Changes;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to requests about change sets, for the service and for commands that open a store themselves.</summary>
internal static class ChangeSetAnswers
{
    private const int MostConcepts = 1_000;

    public static Wire.ListChangeSetsResponse List(TranslationWorkspace workspace, Wire.ListChangeSetsRequest request)
    {
        var page = Page.Parse(request.PageSize, request.PageToken);
        var (changeSets, next) = page.Cut(
            workspace.Store.ListChangeSets(Tenants.Default, page.BeforeRevision, page.Size + 1), changeSet => Page.Of(changeSet.Revision));
        return new Wire.ListChangeSetsResponse
        {
            ChangeSets = { changeSets.Select(changeSet => changeSet.ToWire(workspace.Store.CountChanges(Tenants.Default, changeSet.Revision))) },
            NextPageToken = next,
        };
    }

    public static async Task<Wire.RevertChangeSetResponse> RevertAsync(
        TranslationWorkspace workspace, Wire.RevertChangeSetRequest request, CancellationToken cancellationToken)
    {
        var revision = ResourceName.ParseChangeSet(request.Name, "name");
        if (request.DryRun)
        {
            return await TryRevertAsync(workspace, revision, cancellationToken).ConfigureAwait(false);
        }

        var change = WriteRequests.Begin(request.Author, request.Reason, request.RequestId, "RevertChangeSet", request);
        var result = await workspace.CommitAsync(
            change with
            {
                Reason = change.Reason.Length > 0 ? change.Reason : $"Revert of revision {revision}",
                Operations = [new ChangeOperation.Revert(revision, request.SkipConflicts)],
            },
            cancellationToken).ConfigureAwait(false);
        return new Wire.RevertChangeSetResponse
        {
            ChangeSet = result.Written == 0
                ? null
                : result.ChangeSet.ToWire(workspace.Store.CountChanges(Tenants.Default, result.ChangeSet.Revision)),
            Revision = result.ChangeSet.Revision,
            Conflicts = { result.Conflicts.Select(conflict => conflict.ToWire()) },
        };
    }

    private static async Task<Wire.RevertChangeSetResponse> TryRevertAsync(TranslationWorkspace workspace, long revision, CancellationToken cancellationToken)
    {
        var trial = new Change { Operations = [new ChangeOperation.Revert(revision, DryRun: true)] };
        var result = await workspace.CommitAsync(trial, cancellationToken).ConfigureAwait(false);
        var (store, newest) = (workspace.Store, result.ChangeSet.Revision);
        var concepts = result.Reversions
            .Where(reversion => reversion.Kind == RevertedKind.Concept)
            .OrderBy(reversion => reversion.Id, StringComparer.Ordinal)
            .Take(MostConcepts)
            .Select(reversion => new ConceptDifference(
                reversion.Id,
                store.FindConcept(Tenants.Default, reversion.Id, newest),
                store.FindConcept(Tenants.Default, reversion.Id, revision - 1)));
        return new Wire.RevertChangeSetResponse
        {
            ChangeSet = result.Reversions.Count == 0
                ? null
                : new Wire.ChangeSet
                {
                    Units = Count(result.Reversions, RevertedKind.Unit),
                    Documents = Count(result.Reversions, RevertedKind.Document),
                    Concepts = Count(result.Reversions, RevertedKind.Concept),
                },
            Revision = newest,
            Conflicts = { result.Conflicts.Select(conflict => conflict.ToWire()) },
            Concepts = { concepts.Select(concept => concept.ToWire()) },
            DryRun = true,
        };
    }

    private static Wire.ChangeCounts Count(IReadOnlyList<Reversion> reversions, RevertedKind kind)
    {
        var things = reversions.Where(reversion => reversion.Kind == kind).ToList();
        return new Wire.ChangeCounts
        {
            Created = things.Count(thing => !thing.IsThere),
            Updated = things.Count(thing => thing is { IsThere: true, WasThere: true }),
            Deleted = things.Count(thing => !thing.WasThere),
        };
    }
}
