using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

/// <summary>Pages with lines that are no part of the text: navigation on one side only, headers and footers that come again and again.</summary>
public sealed class BoilerplateTests(ITestOutputHelper output)
{
    private static readonly string[] Navigation = ["Inicio", "Noticias", "Deportes", "Opinión", "Contacto", "Aviso legal", "Síguenos", "Buscar"];

    [SkippableTheory]
    [InlineData("es-en")]
    [InlineData("es-ja")]
    public void Align_NavigationOnOneSide_IsLeftAlone(string pair)
    {
        var score = new LadderScore();
        foreach (var document in AlignedDocument.ReadAll(TestData.Require("align", "dev", "ntrexdev-light"), pair))
        {
            var source = Navigation.Concat(Lines(document.Source)).Concat(Navigation);
            var gold = document.Gold.Select(bead => bead with { SourceStart = bead.SourceStart + Navigation.Length }).ToList();
            var after = Navigation.Length + document.Source.Segments.Length;
            gold.AddRange(Enumerable.Range(0, Navigation.Length).Concat(Enumerable.Range(after, Navigation.Length)).Select(line => new Bead(line, 1, 0, 0, 1)));
            score.Add(gold, new SentenceAligner().Align(Side(document.Source, source), document.Target));
        }

        output.WriteLine($"{pair} with navigation around one side: {score}");
        Assert.InRange(score.Strict, 0.93, 1);
    }

    [SkippableTheory]
    [InlineData("es-en", "Todos los derechos reservados.", "All rights reserved.")]
    [InlineData("es-vi", "Todos los derechos reservados.", "Mọi quyền được bảo lưu.")]
    public void Align_FooterOnEveryPage_PairsPageByPage(string pair, string source, string target)
    {
        const int page = 5;
        var score = new LadderScore();
        foreach (var document in AlignedDocument.ReadAll(TestData.Require("align", "dev", "ntrexdev-light"), pair))
        {
            var (left, right, gold) = (new List<string>(), new List<string>(), new List<Bead>());
            for (var k = 0; k < document.Gold.Length; k++)
            {
                var bead = document.Gold[k];
                gold.Add(bead with { SourceStart = left.Count, TargetStart = right.Count });
                left.AddRange(Lines(document.Source).Skip(bead.SourceStart).Take(bead.SourceCount));
                right.AddRange(Lines(document.Target).Skip(bead.TargetStart).Take(bead.TargetCount));
                if (k % page == page - 1)
                {
                    gold.Add(new Bead(left.Count, 1, right.Count, 1, 1));
                    left.Add(source);
                    right.Add(target);
                }
            }

            score.Add(gold, new SentenceAligner().Align(Side(document.Source, left), Side(document.Target, right)));
        }

        output.WriteLine($"{pair} with a footer every {page} beads: {score}");
        Assert.InRange(score.Strict, 0.97, 1);
    }

    private static IEnumerable<string> Lines(AlignmentSide side) => side.Segments.Select(segment => segment.Text);

    private static AlignmentSide Side(AlignmentSide like, IEnumerable<string> lines) => AlignmentSide.OfLines(like.Language, lines);
}
