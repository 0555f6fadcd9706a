using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to requests about change sets, for the service and for commands that open a store themselves.</summary>
internal static class ChangeSetAnswers
{
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
}
