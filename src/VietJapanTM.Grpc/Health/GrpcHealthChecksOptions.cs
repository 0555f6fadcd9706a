namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Options of the health service, set in <c>AddGrpcHealthChecks</c>.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which health checks speak for which service. By default the empty name, the server as a whole, takes them all.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>
    /// Whether answers come from the last published results instead of checks made for the question. Default false. The health check
    /// publisher's own options say when results are published.
    /// </summary>
    public bool UseHealthChecksCache { get; set; }
}
