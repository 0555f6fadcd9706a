using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Core.Tests.Matching.Indexing.Chunks;

public sealed class TokenCodeTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Seeded.Run(300, random =>
    {
        var tokens = Enumerable.Range(0, random.Next(200)).Select(i => Token(random, i == 0)).ToArray();
        var code = new List<byte>();
        TokenCode.Write(code, tokens);
        var read = new List<CodedToken> { default };
        TokenCode.Read([.. code], read);
        Assert.Equal(tokens, read);
    });

    [Fact]
    public void Write_UsualWords_TakeAByteForSixtyFour()
    {
        var code = new List<byte>();
        TokenCode.Write(code, [.. Enumerable.Range(0, 129).Select(i => new CodedToken(0, 0, 0, i == 0 ? Gap.Edge : Gap.Space))]);
        Assert.Equal([63, 63, 0], code);
    }

    private static CodedToken Token(Random random, bool isFirst)
    {
        if (random.Next(3) > 0)
        {
            return new CodedToken(0, 0, 0, isFirst ? Gap.Edge : Gap.Space);
        }

        var group = random.Next(4);
        int[] numbers = [0, 1, 28, 29, 30, 31, 32, 127, 128, 70_000];
        return new CodedToken(
            group, group == 0 ? 0 : numbers[random.Next(numbers.Length)], numbers[random.Next(numbers.Length)], (Gap)random.Next(7));
    }
}
