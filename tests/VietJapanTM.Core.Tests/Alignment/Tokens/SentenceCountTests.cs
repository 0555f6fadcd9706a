using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Core.Tests.Alignment.Tokens;

public sealed class SentenceCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Datos", 1)]
    [InlineData("La reunión terminó.", 1)]
    [InlineData("La reunión terminó. Empezó otra.", 2)]
    [InlineData("¿Vino? ¡Sí! Y se fue…", 3)]
    [InlineData("dijo el Sr. Ibáñez en EE. UU. ayer.", 1)]
    [InlineData("in 1997,", 0)]
    [InlineData("\"He came.\" She left.", 2)]
    [InlineData("会議は終わった。次の会議が始まった。", 2)]
    [InlineData("「終わった。」と彼は述べた。", 1)]
    [InlineData("中国では、", 0)]
    public void Of_Segment_CountsEnds(string text, int expected) => Assert.Equal(expected, SentenceCount.Of(text));
}
