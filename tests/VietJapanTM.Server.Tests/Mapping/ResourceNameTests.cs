using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class ResourceNameTests
{
    [Fact]
    public void Parse_WhatWasWritten_GivesTheIdsBack()
    {
        Assert.Equal("m-1", ResourceName.ParseMemory(ResourceName.Memory("m-1"), "f"));
        Assert.Equal("d", ResourceName.ParseDocument(ResourceName.Document("d"), "f"));
        Assert.Equal("C.1_x", ResourceName.ParseConcept(ResourceName.Concept("C.1_x"), "f"));
        Assert.Equal(("m", "u1"), ResourceName.ParseUnit(ResourceName.Unit("m", "u1"), "f"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("memories")]
    [InlineData("memories/")]
    [InlineData("/memories/m")]
    [InlineData("memories/m/")]
    [InlineData("Memories/m")]
    [InlineData("documents/m")]
    [InlineData("memories/m/units/u")]
    public void ParseMemory_AnythingElse_NamesFieldAndForm(string name)
    {
        var failure = Assert.Throws<DomainException>(() => ResourceName.ParseMemory(name, "parent"));
        Assert.Equal((ErrorCode.ArgumentInvalid, "parent"), (failure.Code, failure.Field));
        Assert.Contains("memories/{memory}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memories/m")]
    [InlineData("memories//units/u")]
    [InlineData("memories/m/units/")]
    [InlineData("memories/m/unit/u")]
    public void ParseUnit_AnythingElse_NamesFieldAndForm(string name)
    {
        var failure = Assert.Throws<DomainException>(() => ResourceName.ParseUnit(name, "name"));
        Assert.Contains("memories/{memory}/units/{unit}", failure.Message, StringComparison.Ordinal);
    }
}
