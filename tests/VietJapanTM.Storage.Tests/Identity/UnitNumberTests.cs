using VietJapanTM.Storage.Identity;

namespace VietJapanTM.Storage.Tests.Identity;

public class UnitNumberTests
{
    [Theory]
    [InlineData(1, "u0000000001")]
    [InlineData(31, "u000000000z")]
    [InlineData(32, "u0000000010")]
    [InlineData((1L << 50) - 1, "uzzzzzzzzzz")]
    public void ToId_Number_IsItsBase32(long number, string id)
    {
        Assert.Equal(id, UnitNumber.ToId(number));
        Assert.Equal(number, UnitNumber.Parse(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("u1")]
    [InlineData("u000000000Z")]
    [InlineData("u000000000i")]
    [InlineData("x0000000001")]
    [InlineData("u00000000001")]
    public void Parse_OtherForms_AreNoIds(string text) => Assert.Null(UnitNumber.Parse(text));

    [Fact]
    public void Ids_AnyTwoNumbers_SortAlike() => Seeded.Run(200, random =>
    {
        var (a, b) = (random.NextInt64(1, 1L << 50), random.NextInt64(1, 1L << 50) >> random.Next(50));
        Assert.Equal(a.CompareTo(b), Math.Sign(string.CompareOrdinal(UnitNumber.ToId(a), UnitNumber.ToId(b))));
    });

    [Fact]
    public void List_AnyNumbers_ComeBack() => Seeded.Run(200, random =>
    {
        var numbers = Enumerable.Range(0, random.Next(50)).Select(_ => random.NextInt64(1L << 50) >> random.Next(50)).ToList();
        Assert.Equal(numbers, UnitNumberList.Unpack(UnitNumberList.Pack(numbers)));
    });

    [Fact]
    public void List_NewUnits_TakeOneByteEach() =>
        Assert.Equal(1_001, UnitNumberList.Pack([.. Enumerable.Range(1_000, 1_000).Select(i => (long)i)]).Length);
}
