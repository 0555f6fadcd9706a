using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>Health check results as gRPC states.</summary>
internal static class ServingStatuses
{
    /// <summary>NOT_SERVING where any check is unhealthy; degraded still serves; a service that no check speaks for is UNKNOWN.</summary>
    public static ServingStatus Of(IEnumerable<HealthStatus> results)
    {
        var status = ServingStatus.Unknown;
        foreach (var result in results)
        {
            if (result == HealthStatus.Unhealthy)
            {
                return ServingStatus.NotServing;
            }

            status = ServingStatus.Serving;
        }

        return status;
    }
}
