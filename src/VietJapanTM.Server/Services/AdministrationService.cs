using Grpc.Core;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.Administration.</summary>
internal sealed class AdministrationService(TranslationWorkspace workspace) : Wire.Administration.AdministrationBase
{
    /// <inheritdoc/>
    public override Task<Wire.ServerStatus> GetStatus(Wire.GetStatusRequest request, ServerCallContext context)
    {
        var counts = workspace.Store.Count(Tenants.Default);
        var index = workspace.IndexStatus;
        return Task.FromResult(new Wire.ServerStatus
        {
            Version = typeof(AdministrationService).Assembly.GetName().Version!.ToString(3),
            Revision = counts.Revision,
            MemoryCount = counts.Memories,
            DocumentCount = counts.Documents,
            UnitCount = counts.Units,
            VariantCount = counts.Variants,
            ConceptCount = counts.Concepts,
            TermCount = counts.Terms,
            ScoreVersion = MatchProfile.Standard.Version,
            UptimeSeconds = (long)workspace.Uptime.TotalSeconds,
            IndexRevision = index.Revision,
            IndexFloorRevision = index.Floor,
            IndexFileBytes = index.FileBytes,
            IndexRebuilding = !index.IsWhole,
            IndexNotices = { index.Notices },
        });
    }
}
