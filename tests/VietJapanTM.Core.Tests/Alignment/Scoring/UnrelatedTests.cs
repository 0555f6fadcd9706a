using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class UnrelatedTests
{
    private static readonly string[] Basketball =
    [
        "El equipo local ganó la final de baloncesto por tres puntos.", "Las entradas están agotadas desde hace una semana.",
        "El entrenador felicitó a los jugadores después del partido.",
    ];

    private static readonly string[] Cake =
    [
        "Mix the flour with the butter and add four eggs.", "Let the cake cool before you cut it into pieces.", "You can keep it in the fridge for a week or so.",
    ];

    [Fact]
    public void Related_AnyWords_IsAProbabilityThatRisesWithThem() => Seeded.Run(100, random =>
    {
        var words = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (float)((random.NextDouble() * 60) - 20)).Order().ToList();
        var related = Unrelated.Related(words);
        Assert.All(related, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(related.Order(), related);
    });

    [Fact]
    public void Related_OneAmongMany_IsDoubtedAndTheOthersAreNot()
    {
        var related = Unrelated.Related([.. Enumerable.Repeat(20f, 30), -6f]);
        Assert.All(related[..^1], probability => Assert.InRange(probability, 0.99, 1));
        Assert.InRange(related[^1], 0, 0.2);
    }

    [Fact]
    public void Align_TextsThatAreNoTranslations_IsSureOfNoPair() =>
        Assert.All(Align(Basketball, Cake).Where(bead => !bead.IsOneSided), bead => Assert.InRange(bead.Confidence, 0, 0.5));

    [Fact]
    public void Align_TwoSentencesExchanged_IsSureOfTheOthersOnly()
    {
        var beads = Align(
            ["El perro ladra.", "La mesa es de madera.", "El cielo es azul.", "Mi hermana vive en Lima.", "El tren llega tarde."],
            ["The dog barks.", "My sister lives in Lima.", "The sky is blue.", "The table is made of wood.", "The train is late."]);
        foreach (var bead in beads.Where(bead => !bead.IsOneSided))
        {
            var isRight = bead is { SourceCount: 1, TargetCount: 1 } && bead.SourceStart == bead.TargetStart && bead.SourceStart % 2 == 0;
            Assert.InRange(bead.Confidence, isRight ? 0.8 : 0, isRight ? 1 : 0.5);
        }
    }

    private static IEnumerable<Bead> Align(string[] spanish, string[] english) =>
        new SentenceAligner().Align(AlignmentSide.OfLines(LanguageTag.Spanish, spanish), AlignmentSide.OfLines(LanguageTag.English, english));
}
