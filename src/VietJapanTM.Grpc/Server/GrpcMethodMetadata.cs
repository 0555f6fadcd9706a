using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Endpoint metadata that names the service and the method. Immutable.</summary>
public sealed class GrpcMethodMetadata
{
    /// <summary>Creates the metadata.</summary>
    public GrpcMethodMetadata(Type serviceType, IMethod method)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        ArgumentNullException.ThrowIfNull(method);
        ServiceType = serviceType;
        Method = method;
    }

    /// <summary>The service's implementation, or the definition's type.</summary>
    public Type ServiceType { get; }

    /// <summary>The method.</summary>
    public IMethod Method { get; }
}
