using Microsoft.Extensions.Diagnostics.HealthChecks;
using VietJapanTM.Errors;
using VietJapanTM.Server.Failures;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;

namespace VietJapanTM.Server.Hosting;

/// <summary>Serving means that the store answers; one of which a call has met a damaged part makes the whole server NOT_SERVING.</summary>
internal sealed class StoreHealth(TranslationWorkspace workspace, StoreDamage damage) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (damage.Found)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("A part of the store is damaged."));
        }

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
