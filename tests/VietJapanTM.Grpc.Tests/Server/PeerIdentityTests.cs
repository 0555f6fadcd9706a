using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.AspNetCore.Server.Internal;

namespace VietJapanTM.Grpc.Tests.Server;

public sealed class PeerIdentityTests
{
    [Fact]
    public void Of_CertificateWithDnsNames_IdentifiesByThem()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("a.example");
        names.AddDnsName("b.example");
        using var certificate = NewCertificate(names.Build());
        var context = PeerIdentity.Of(certificate);
        Assert.Equal(["a.example", "b.example"], context.PeerIdentity.Select(property => property.Value));
        Assert.Equal("tester", Assert.Single(context.FindPropertiesByName(PeerIdentity.CommonName)).Value);
    }

    [Fact]
    public void Of_CertificateWithCommonNameOnly_IdentifiesByIt()
    {
        using var certificate = NewCertificate(null);
        var context = PeerIdentity.Of(certificate);
        Assert.True(context.IsPeerAuthenticated);
        Assert.Equal("tester", Assert.Single(context.PeerIdentity).Value);
    }

    [Fact]
    public void Of_NoCertificate_IsNotAuthenticated() => Assert.False(PeerIdentity.Of(null).IsPeerAuthenticated);

    private static X509Certificate2 NewCertificate(X509Extension? extension)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=tester", key, HashAlgorithmName.SHA256);
        if (extension is not null)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }
}
