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

    [Fact]
    public void Align_ArticlesOfDifferentNumbers_AreDoubted()
    {
        var beads = Align(
            [
                "Artículo 1. Las Partes respetarán la soberanía.", "Artículo 2. Las Partes cooperarán en la defensa.",
                "Artículo 3. Las Partes cooperarán en la educación.", "Artículo 5. Las Partes cooperarán en la ciencia.",
            ],
            [
                "Article 1. The Parties shall respect sovereignty.", "Article 3. The Parties shall cooperate in education.",
                "Article 4. The Parties shall cooperate in health.", "Article 5. The Parties shall cooperate in science.",
            ]);
        Assert.All(beads.Where(bead => bead is { SourceStart: 1, TargetStart: 1 } or { SourceStart: 2, TargetStart: 2 }), bead => Assert.InRange(bead.Confidence, 0, 0.5));
        Assert.All(beads.Where(bead => bead.SourceStart is 0 or 3 && !bead.IsOneSided), bead => Assert.InRange(bead.Confidence, 0.8, 1));
    }

    [Fact]
    public void Align_LanguagesWithoutALexicon_IsAsSureAsThePosteriors()
    {
        var (source, target) = (AlignmentSide.OfLines(LanguageTag.Parse("de"), Basketball), AlignmentSide.OfLines(LanguageTag.Parse("fr"), Cake));
        Assert.Equal(
            new SentenceAligner(AlignmentOptions.Default with { UseRelation = false }).Align(source, target).AsEnumerable(), new SentenceAligner().Align(source, target));
    }

    private static IEnumerable<Bead> Align(string[] spanish, string[] english) =>
        new SentenceAligner().Align(AlignmentSide.OfLines(LanguageTag.Spanish, spanish), AlignmentSide.OfLines(LanguageTag.English, english));
}
