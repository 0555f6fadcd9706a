using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Lattices;

public sealed class SegmentGridTests
{
    [Fact]
    public void IsCorner_Boundary_NeedsASegmentStartOnBothSides()
    {
        var grid = Grid(["First. Second.", "Third."], ["Primero.", "Segundo. Tercero."]);
        Assert.Equal(
            [(0, 0), (0, 1), (0, 3), (2, 0), (2, 1), (2, 3), (3, 0), (3, 1), (3, 3)],
            from row in Enumerable.Range(0, 4) from column in Enumerable.Range(0, 4) where grid.IsCorner(row, column) select (row, column));
    }

    [Fact]
    public void Segments_StepsBetweenCorners_AreCounted()
    {
        var grid = Grid(["First. Second.", "Third."], ["Primero.", "Segundo. Tercero."]);
        Assert.Equal(new Step(0, 2, 0, 2), grid.Segments(new Step(0, 3, 0, 3)));
        Assert.Equal(new Step(1, 1, 2, 0), grid.Segments(new Step(2, 1, 3, 0)));
    }

    [Fact]
    public void Order_InsertionBeforeARemainder_EndsTheOpenSegmentFirst()
    {
        // The second sentence of the first segment was dropped, and a segment of its own inserted.
        var grid = Grid(["First. Second.", "Third."], ["Primero.", "Otro.", "Tercero."]);
        var steps = new List<Step> { new(0, 1, 0, 1), new(1, 0, 1, 1), new(1, 1, 2, 0), new(2, 1, 2, 1) };
        grid.Order(steps, Corridor.Full(3, 3));
        Assert.Equal([new(0, 1, 0, 1), new(1, 1, 1, 0), new(2, 0, 1, 1), new(2, 1, 2, 1)], steps);
    }

    [Fact]
    public void Order_WayOutOfTheCorridor_IsNotTaken()
    {
        var grid = Grid(["First. Second.", "Third."], ["Primero.", "Otro.", "Tercero."]);
        var steps = new List<Step> { new(0, 1, 0, 1), new(1, 0, 1, 1), new(1, 1, 2, 0), new(2, 1, 2, 1) };
        grid.Order(steps, Corridor.Around([new(0, 1, 0, 1), new(1, 0, 1, 1), new(1, 1, 2, 0), new(2, 1, 2, 1)], 3, 3, 0, 0));
        Assert.Equal(new Step(1, 0, 1, 1), steps[1]);
    }

    private static SegmentGrid Grid(string[] source, string[] target) => new(Side(LanguageTag.English, source), Side(LanguageTag.Spanish, target));

    private static TokenizedSide Side(LanguageTag language, string[] lines) => TokenizedSide.Of(AlignmentSide.OfLines(language, lines).Segments);
}
