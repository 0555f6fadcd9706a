using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>
/// The health service over the application's health checks: a question runs the checks, unless the cache is asked for, and a watch
/// begins with fresh results and goes on with published ones.
/// </summary>
internal sealed class HealthCheckServiceAdapter(
    HealthServiceImpl published, HealthCheckService checks, IOptions<GrpcHealthChecksOptions> options) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (options.Value.UseHealthChecksCache)
        {
            return await published.Check(request, context);
        }

        var status = await RunChecksAsync(request.Service, context.CancellationToken);
        return status != ServingStatus.ServiceUnknown
            ? new HealthCheckResponse { Status = status }
            : throw new RpcException(new Status(StatusCode.NotFound, $"Service '{request.Service}' is not known to the health service."));
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        if (!options.Value.UseHealthChecksCache)
        {
            var status = await RunChecksAsync(request.Service, context.CancellationToken);
            if (status != ServingStatus.ServiceUnknown)
            {
                published.SetStatus(request.Service, status);
            }
        }

        await published.Watch(request, responseStream, context);
    }

    private async Task<ServingStatus> RunChecksAsync(string service, CancellationToken cancellationToken)
    {
        if (options.Value.Services.Find(service) is not { } mapping)
        {
            return ServingStatus.ServiceUnknown;
        }

        var report = await checks.CheckHealthAsync(
            registration => mapping.HealthCheckPredicate(new HealthCheckMapContext(registration.Name, registration.Tags)), cancellationToken);
        return ServingStatuses.Of(report.Entries.Values.Select(entry => entry.Status));
    }
}
