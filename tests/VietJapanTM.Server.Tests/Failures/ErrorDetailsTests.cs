using VietJapanTM.Errors;
using VietJapanTM.Server.Failures;

namespace VietJapanTM.Server.Tests.Failures;

public sealed class ErrorDetailsTests
{
    [Theory]
    [InlineData("There is no rule 'VJT999'.", "There is no rule 'VJT999'.")]
    [InlineData("There is no rule '\r\n\u001b[31m'.", "There is no rule '   [31m'.")]
    public void ToRpcException_MessageThatQuotesTheRequest_IsOneLine(string message, string heard)
    {
        var failure = ErrorDetails.ToRpcException(new DomainException(ErrorCode.ArgumentInvalid, message, "rule"));
        Assert.Equal(heard, failure.Status.Detail);
        Assert.Equal(heard, Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin")).Message);
    }

    [Fact]
    public void ToRpcException_MessageThatQuotesTooMuch_IsCutBetweenCharacters()
    {
        var failure = ErrorDetails.ToRpcException(
            new DomainException(ErrorCode.ArgumentInvalid, "x" + string.Concat(Enumerable.Repeat("😀", 40_000)), "rule"));
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 499)) + "…", failure.Status.Detail);
        Assert.InRange(failure.Trailers.GetValueBytes("grpc-status-details-bin")!.Length, 1, 8_000);
    }
}
