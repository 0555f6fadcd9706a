using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class AloneModelTests
{
    [Fact]
    public void AddRow_SpecksAndHalves_AreToldFromSentences()
    {
        var model = new AloneModel(Side(LanguageTag.Spanish, "Llegó.", ".:--", "Se fue;", "volvió."), Side(LanguageTag.English, "24 a !", "He came.", "He left;", "he was back."));
        Assert.Equal([0, 2, -2, -2], Enumerable.Range(0, 4).Select(i => Scores(BeadType.Deletion, i, 0, 1)[0]));
        Assert.Equal([2, 0, -2, -2], Scores(BeadType.Insertion, 1, 0, 4));
        Assert.Equal([0, -2], Scores(BeadType.Insertion, 1, 1, 2));

        float[] Scores(int type, int i, int first, int count)
        {
            var scores = new float[count];
            model.AddRow(type, i, first, scores);
            return scores;
        }
    }

    private static TokenizedSide Side(LanguageTag language, params string[] lines) => TokenizedSide.Of(AlignmentSide.OfLines(language, lines).Segments);
}
