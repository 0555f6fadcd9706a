using Grpc.Core;
using Grpc.Net.Client.Internal;

namespace VietJapanTM.Grpc.Tests.Client;

public sealed class CallFailuresTests
{
    /// <summary>A server that stops says NO_ERROR to the calls that it leaves undone; a client may repeat them.</summary>
    [Theory]
    [InlineData(0x0, StatusCode.Unavailable)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x7, StatusCode.Unavailable)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public void OfException_ErrorOfHttp2_IsTheStatusThatGrpcGivesIt(long error, StatusCode status) => Assert.Equal(
        status, CallFailures.OfException(new HttpRequestException("x", new HttpProtocolException(error, "y", null))).StatusCode);
}
