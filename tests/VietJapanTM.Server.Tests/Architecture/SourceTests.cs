namespace VietJapanTM.Server.Tests.Architecture;

/// <summary>What the product may not know. Its documents may: they say how to measure.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData(TestData.Variable)]
    [InlineData("Goldens")]
    [InlineData("VJTM_UPDATE")]
    public void Sources_NeverName_WhatBelongsToTests(string word)
    {
        var separator = Path.DirectorySeparatorChar;
        var files = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) != ".md")
            .Where(f => !f.Contains($"{separator}bin{separator}", StringComparison.Ordinal) && !f.Contains($"{separator}obj{separator}", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => File.ReadAllText(f).Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
