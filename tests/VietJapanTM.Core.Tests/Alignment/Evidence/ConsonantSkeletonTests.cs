using VietJapanTM.Alignment.Evidence;

namespace VietJapanTM.Core.Tests.Alignment.Evidence;

public sealed class ConsonantSkeletonTests
{
    [Theory]
    [InlineData("ハミルトン", "hamilton")]
    [InlineData("ベルスタッペン", "verstappen")]
    [InlineData("シンプソン", "simpson")]
    [InlineData("ワシントン", "washington")]
    [InlineData("チャールズ", "charles")]
    [InlineData("スミス", "smith")]
    [InlineData("アレックス", "alex")]
    [InlineData("プログラム", "programa")]
    public void OfLatin_Name_SoundsAsInKatakana(string katakana, string latin) =>
        Assert.Contains(ConsonantSkeleton.OfKatakana(katakana), ConsonantSkeleton.OfLatin(latin));

    [Theory]
    [InlineData("ハミルトン", "washington")]
    [InlineData("シンプソン", "simposio")]
    public void OfLatin_OtherName_SoundsDifferent(string katakana, string latin) =>
        Assert.DoesNotContain(ConsonantSkeleton.OfKatakana(katakana), ConsonantSkeleton.OfLatin(latin));
}
