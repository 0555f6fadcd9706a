using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>What all calls of one method share.</summary>
internal sealed class ServerMethod(IMethod method, ServiceSettings settings)
{
    public string FullName { get; } = method.FullName;

    public bool IsClientStreaming { get; } = method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming;

    public ServiceSettings Settings { get; } = settings;
}
