using VietJapanTM.Terminology.Checking.Suppressions;

namespace VietJapanTM.Core.Tests.Terminology.Checking;

public sealed class SuppressionCommentTests
{
    [Theory]
    [InlineData("vjtm-disable VJT001 -- a quotation", "VJT001", "a quotation")]
    [InlineData("vjtm-disable: vjt001, VJT002 VJT006 --quoted -- twice", "VJT001 VJT002 VJT006", "quoted -- twice")]
    [InlineData("See the treaty. vjtm-disable VJT001 -- quoted", "VJT001", "quoted")]
    [InlineData("vjtm-disable VJT001", "VJT001", null)]
    [InlineData("vjtm-disable VJT001 --", "VJT001", null)]
    [InlineData("vjtm-disable -- why", "", "why")]
    [InlineData("<!-- vjtm-disable VJT001 -- quoted -->", "VJT001", "quoted")]
    [InlineData("<!-- vjtm-disable VJT001 -->", "VJT001", null)]
    [InlineData("/* vjtm-disable VJT001 -- quoted */", "VJT001", "quoted")]
    [InlineData("# vjtm-disable VJT001 -- el título es así", "VJT001", "el título es así")]
    public void In_Note_GivesRulesAndReason(string note, string rules, string? reason)
    {
        var comment = Assert.Single(SuppressionComment.In(note));
        Assert.Equal((rules, reason), (string.Join(' ', comment.Rules), comment.Reason));
        Assert.StartsWith(comment.Text, note[comment.Start..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nothing to disable here: VJT001")]
    [InlineData("xvjtm-disable VJT001 -- no")]
    public void In_OtherNote_GivesNothing(string note) => Assert.Empty(SuppressionComment.In(note));

    [Fact]
    public void In_SeveralLines_GivesOneEach() =>
        Assert.Equal(["a", "b"], SuppressionComment.In("vjtm-disable VJT001 -- a\nvjtm-disable VJT002 -- b").Select(c => c.Reason));

    [Fact]
    public void Rules_Examples_BehaveAsPromised()
    {
        var failing = SuppressionComment.In(SuppressionRules.WithoutReason.FailingExample.Segments[0].Target);
        var mended = SuppressionComment.In(SuppressionRules.WithoutReason.MendedExample.Segments[0].Target);
        Assert.Null(Assert.Single(failing).Reason);
        Assert.NotNull(Assert.Single(mended).Reason);
        var unknown = Assert.Single(SuppressionComment.In(SuppressionRules.OfNothing.FailingExample.Segments[0].Target));
        Assert.Null(VietJapanTM.Terminology.Checking.CheckRules.Find(unknown.Rules[0]));
    }
}
