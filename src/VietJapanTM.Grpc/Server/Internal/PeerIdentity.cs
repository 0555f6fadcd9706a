using System.Security.Cryptography.X509Certificates;
using System.Text;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Reads the peer's identity from its TLS certificate, under the property names that gRPC uses everywhere.</summary>
internal static class PeerIdentity
{
    public const string AlternativeName = "x509_subject_alternative_name";
    public const string CommonName = "x509_common_name";

    private static readonly AuthContext Unauthenticated = new(null, []);

    /// <summary>The identity; not authenticated without a certificate. DNS names come before the common name.</summary>
    public static AuthContext Of(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return Unauthenticated;
        }

        var properties = new Dictionary<string, List<AuthProperty>>(StringComparer.Ordinal);
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames());
        foreach (var name in names)
        {
            Add(properties, AlternativeName, name);
        }

        var commonName = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (commonName.Length > 0)
        {
            Add(properties, CommonName, commonName);
        }

        var identifying = properties.ContainsKey(AlternativeName) ? AlternativeName
            : properties.ContainsKey(CommonName) ? CommonName
            : null;
        return new AuthContext(identifying, properties);
    }

    private static void Add(Dictionary<string, List<AuthProperty>> properties, string name, string value)
    {
        if (!properties.TryGetValue(name, out var values))
        {
            properties[name] = values = [];
        }

        values.Add(AuthProperty.Create(name, Encoding.UTF8.GetBytes(value)));
    }
}
