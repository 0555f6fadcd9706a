using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Core.Tests.Alignment.Tokens;

public sealed class NumberLabelTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Artículo 2.", 2)]
    [InlineData("Article 12", 12)]
    [InlineData("3) los gastos", 3)]
    [InlineData("Điều 4. Hiệp ước", 4)]
    [InlineData("２．気候", 2)]
    [InlineData("第三条　締約国は", 3)]
    [InlineData("第二十一条", 21)]
    [InlineData("第十章", 10)]
    [InlineData("第一に、", 0)]
    [InlineData("27 personas murieron.", 0)]
    [InlineData("El 14 de marzo de 2024.", 0)]
    [InlineData("2.000 personas", 0)]
    [InlineData("15:00", 0)]
    [InlineData("Llegó a la meta en 2024.", 0)]
    [InlineData("3月14日", 0)]
    public void Of_Sentence_FindsTheNumberThatItBears(string sentence, int expected) => Assert.Equal(expected, NumberLabel.Of(sentence));
}
