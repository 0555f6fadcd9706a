using Google.Protobuf;
using Grpc.Core;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.Administration.</summary>
internal sealed class AdministrationService(TranslationWorkspace workspace) : Wire.Administration.AdministrationBase
{
    private const int BytesPerPiece = 256 * 1024;

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

    /// <inheritdoc/>
    public override Task<Wire.VerifyStoreResponse> VerifyStore(Wire.VerifyStoreRequest request, ServerCallContext context) =>
        Task.FromResult(new Wire.VerifyStoreResponse { Findings = { workspace.Store.Verify(context.CancellationToken) } });

    /// <inheritdoc/>
    public override async Task Backup(Wire.BackupRequest request, IServerStreamWriter<Wire.BackupResponse> responseStream, ServerCallContext context)
    {
        var revision = workspace.Store.GetRevision(Tenants.Default);
        var copy = workspace.OpenCopy(context.CancellationToken);
        await using (copy.ConfigureAwait(false))
        {
            for (var at = 0L; at < copy.Length;)
            {
                var piece = new byte[Math.Min(BytesPerPiece, copy.Length - at)];
                await copy.ReadExactlyAsync(piece, context.CancellationToken).ConfigureAwait(false);
                at += piece.Length;
                var response = new Wire.BackupResponse { Content = UnsafeByteOperations.UnsafeWrap(piece), TotalBytes = copy.Length, Revision = revision };
                await responseStream.WriteAsync(response, context.CancellationToken).ConfigureAwait(false);
            }
        }
    }
}
