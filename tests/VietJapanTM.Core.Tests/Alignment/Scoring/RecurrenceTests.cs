using System.Collections.Immutable;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class RecurrenceTests
{
    [Fact]
    public void AddRow_SentencesThatRecurEquallyOften_FavoursTheirPlaces()
    {
        var model = new Recurrence(Side("Nota", "Uno", "Nota", "Dos"), Side("Note", "One", "Two", "Note"));
        Assert.Equal([true, false, false, false], Favoured(model, 0, 1, 1));
        Assert.Equal([false, false, false, false], Favoured(model, 1, 1, 1));
        Assert.Equal([false, false, false, true], Favoured(model, 2, 1, 1));
    }

    [Fact]
    public void AddRow_LargerBeads_AreFavouredForWhatTheyHold()
    {
        var model = new Recurrence(Side("Nota", "Uno", "Nota", "Dos"), Side("Note", "One", "Two", "Note"));
        Assert.Equal([false, false, true], Favoured(model, 1, 2, 2));
        Assert.Equal([true, false, false], Favoured(model, 0, 2, 2));
    }

    [Fact]
    public void AddRow_SentencesThatRecurDifferently_SaysNothing()
    {
        var model = new Recurrence(Side("Nota", "Nota", "Nota", "Dos"), Side("Note", "One", "Two", "Note"));
        Assert.Equal([false, false, false, false], Favoured(model, 0, 1, 1));
    }

    [Fact]
    public void AddRow_RemarkAfterEachOfTwoSentences_FavoursTheFirst()
    {
        var model = new Recurrence(Side("Uno", "Esto no cambia nada", "Dos", "Esto no cambia nada"), Side("One", "This does not change anything"));
        Assert.Equal([false, true, false, false], Enumerable.Range(0, 4).Select(i => Favoured(model, i, 1, 1, 1).Single()));
    }

    [Fact]
    public void AddRow_HeadingBeforeEachOfTwoSentences_SaysNothing()
    {
        var model = new Recurrence(Side("Nota", "Uno", "Nota", "Dos"), Side("Note", "Two"));
        Assert.DoesNotContain(true, Favoured(model, 0, 1, 1, 2));
    }

    [Fact]
    public void AddRow_AnyTexts_FavoursWhatCountingFinds() => Seeded.Run(40, random =>
    {
        string[] Lines() => [.. Enumerable.Range(0, 1 + random.Next(30)).Select(_ => string.Join(' ', Enumerable.Repeat("ab", random.Next(5))))];
        var (x, y) = (Lines(), Lines());
        var model = new Recurrence(Side(x), Side(y));
        for (var i = 0; i < x.Length; i++)
        {
            var scores = new float[y.Length];
            model.AddRow(i, 1, 0, 1, scores);
            for (var j = 0; j < y.Length; j++)
            {
                var together = x.Count(line => line == x[i]) is > 1 and var times && times == y.Count(line => line == y[j])
                    && x.Take(i).Count(line => line == x[i]) == y.Take(j).Count(line => line == y[j]);
                Assert.Equal((together ? 0.5 : 0) + (IsFirstRemark(x, i) != IsFirstRemark(y, j) ? 0.1 : 0), scores[j], 1e-6);
            }
        }
    });

    private static bool IsFirstRemark(string[] lines, int at) =>
        lines[at].Split(' ').Length >= 4 && at + 2 < lines.Length && lines[at + 2] == lines[at] && lines.Count(line => line == lines[at + 1]) == 1;

    private static bool[] Favoured(Recurrence model, int source, int a, int b, int targets = 4)
    {
        var scores = new float[targets + 1 - b];
        model.AddRow(source, a, 0, b, scores);
        return [.. scores.Select(score => score > 0)];
    }

    private static TokenizedSide Side(params string[] texts) =>
        TokenizedSide.Of(texts.Select(text => new DocumentSegment { Text = text }).ToImmutableArray());
}
