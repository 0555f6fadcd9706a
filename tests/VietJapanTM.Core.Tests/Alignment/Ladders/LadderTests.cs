using System.Collections.Immutable;
using VietJapanTM.Alignment.Ladders;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Ladders;

public sealed class LadderTests
{
    [Fact]
    public void Write_Beads_GivesOneLineEach()
    {
        var writer = new StringWriter();
        LadderWriter.Write(writer, [new Bead(0, 1, 0, 1, 0.5), new Bead(1, 2, 1, 1, 1), new Bead(3, 1, 2, 0, 0.25)]);
        Assert.Equal("[0]:[0]:0.500000\n[1,2]:[1]:1.000000\n[3]:[]:0.250000\n", writer.ToString());
    }

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameBeads()
    {
        ImmutableArray<Bead> beads = [new(0, 2, 0, 1, 0.5), new(2, 1, 1, 0, 0.25), new(3, 0, 1, 1, 0.125), new(3, 4, 2, 2, 1)];
        var writer = new StringWriter();
        LadderWriter.Write(writer, beads);
        var file = LadderReader.Read(new StringReader(writer.ToString()));
        Assert.Empty(file.Diagnostics);
        Assert.Equal(beads.AsEnumerable(), file.ToBeads());
    }

    [Fact]
    public void Read_SpacesAndInsertionsAtTheEnd_PutsThemInPlace()
    {
        var file = LadderReader.Read(new StringReader("[0]:[0]\n[1, 2]:[2]\n\n[]:[1]\n"));
        Assert.Empty(file.Diagnostics);
        Assert.Equal([new Bead(0, 1, 0, 1, 1), new Bead(1, 0, 1, 1, 1), new Bead(1, 2, 2, 1, 1)], file.ToBeads().AsEnumerable());
    }

    [Theory]
    [InlineData("[0]:[0]\n[1:[1]\n", 2)]
    [InlineData("[0]:[0]\n[1,3]:[1]\n", 2)]
    [InlineData("[0]:[0]\n[0]:[1]\n", 2)]
    [InlineData("[0]:[0]:1.5\n", 1)]
    [InlineData("[0]\n", 1)]
    [InlineData("[0]:[0]\n[1]:[1]:[1]\n", 2)]
    [InlineData("[x]:[0]\n", 1)]
    [InlineData("[99999999999]:[0]\n", 1)]
    public void Read_MalformedLine_NamesIt(string text, int line)
    {
        var file = LadderReader.Read(new StringReader(text), "a.ladder");
        var diagnostic = Assert.Single(file.Diagnostics);
        Assert.Equal((LadderReader.MalformedCode, "a.ladder", line), (diagnostic.Code, diagnostic.File, diagnostic.Line));
    }

    [Fact]
    public void Read_ThreeColumns_GivesAnyTwo()
    {
        var file = LadderReader.Read(new StringReader("[0]:[0,1]:[0]:0.500000\n"));
        Assert.Equal([new Bead(0, 2, 0, 1, 0.5)], file.ToBeads(1, 2).AsEnumerable());
    }
}
