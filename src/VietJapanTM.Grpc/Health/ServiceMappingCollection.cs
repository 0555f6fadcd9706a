using System.Collections;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which health checks speak for which service. Filled at start, not safe for several threads.</summary>
public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
{
    private readonly Dictionary<string, ServiceMapping> _mappings = new(StringComparer.Ordinal);

    /// <summary>Adds a service, or replaces it: those checks speak for it that the predicate picks.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => _mappings[name] = new ServiceMapping(name, predicate);

    /// <summary>Adds a service.</summary>
    /// <exception cref="ArgumentException">The service is there already.</exception>
    public void Add(ServiceMapping service)
    {
        ArgumentNullException.ThrowIfNull(service);
        _mappings.Add(service.Name, service);
    }

    /// <summary>Removes a service.</summary>
    public void Remove(string name) => _mappings.Remove(name);

    /// <summary>Removes all services.</summary>
    public void Clear() => _mappings.Clear();

    /// <inheritdoc/>
    public IEnumerator<ServiceMapping> GetEnumerator() => _mappings.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ServiceMapping? Find(string name) => _mappings.GetValueOrDefault(name);
}

/// <summary>The health checks that speak for one service. Immutable.</summary>
public sealed class ServiceMapping
{
    /// <summary>Creates a mapping.</summary>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        Name = name;
        HealthCheckPredicate = predicate;
    }

    /// <summary>Full name of the service; empty means the server as a whole.</summary>
    public string Name { get; }

    /// <summary>Picks the checks.</summary>
    public Func<HealthCheckMapContext, bool> HealthCheckPredicate { get; }
}

/// <summary>What a mapping knows of a health check. Immutable.</summary>
public sealed class HealthCheckMapContext
{
    /// <summary>Creates a context.</summary>
    public HealthCheckMapContext(string name, IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(tags);
        Name = name;
        Tags = tags;
    }

    /// <summary>Name of the check.</summary>
    public string Name { get; }

    /// <summary>Tags of the check.</summary>
    public IEnumerable<string> Tags { get; }
}
