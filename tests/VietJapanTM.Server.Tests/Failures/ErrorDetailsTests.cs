using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Failures;
using Wire = VietJapanTM.V1Alpha1;

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

    [Theory]
    [InlineData(100, true)]
    [InlineData(50_000, false)]
    public void ToRpcException_StaleConcept_CarriesWhatStandsOrWhereToAskForIt(int length, bool isWhole)
    {
        var live = new Concept { Id = "big", Revision = 7, Note = new string('n', length), Approval = ApprovalState.Retired, Languages = [] };
        var failure = ErrorDetails.ToRpcException(new DomainException(ErrorCode.RevisionStale, "Changed.", "concept.etag") { Details = live });
        var trailer = failure.Trailers.GetValueBytes("grpc-status-details-bin")!;
        var told = Google.Rpc.Status.Parser.ParseFrom(trailer).Details.Single(d => d.Is(Wire.Concept.Descriptor)).Unpack<Wire.Concept>();

        Assert.Equal(("concepts/big", 7, Wire.Concept.Types.ApprovalState.Retired), (told.Name, told.Revision, told.ApprovalState));
        Assert.NotEmpty(told.Etag);
        Assert.Equal(isWhole ? length : 0, told.Note.Length);
        Assert.InRange(trailer.Length, 1, 8_000);
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
