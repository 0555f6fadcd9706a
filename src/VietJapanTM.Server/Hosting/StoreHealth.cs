using Microsoft.Extensions.Diagnostics.HealthChecks;
using VietJapanTM.Errors;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Hosting;

/// <summary>Serving means that the store answers; a damaged one makes the whole server NOT_SERVING.</summary>
internal sealed class StoreHealth(TranslationWorkspace workspace) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            workspace.Store.GetRevision(Tenants.Default);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (DomainException e)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(e.Message, e));
        }
    }
}
