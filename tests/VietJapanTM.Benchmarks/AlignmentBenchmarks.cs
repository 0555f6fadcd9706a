using BenchmarkDotNet.Attributes;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Benchmarks;

/// <summary>Alignment of the shipped articles, repeated to a document of some length; sentences of both sides are counted.</summary>
public class AlignmentBenchmarks
{
    /// <summary>A round figure near the number of sentences of both sides; the document is cut to it.</summary>
    private const int Sentences = 1_000;

    private readonly SentenceAligner _aligner = new();
    private AlignmentSide _source = AlignmentSide.OfLines(LanguageTag.Spanish, []);
    private AlignmentSide _target = AlignmentSide.OfLines(LanguageTag.English, []);

    /// <summary>The language of the other side.</summary>
    [Params("en", "vi", "ja")]
    public string Target { get; set; } = "";

    /// <summary>Prepares the sides.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _source = Side(LanguageTag.Spanish);
        _target = Side(LanguageTag.Parse(Target));
    }

    /// <summary>The alignment.</summary>
    [Benchmark(OperationsPerInvoke = Sentences)]
    [Items("sentences")]
    public int Align() => _aligner.Align(_source, _target).Length;

    private static AlignmentSide Side(LanguageTag language)
    {
        string[] documents = ["viet-nam-japan-upgrade", "nguyen-phu-trong-kishida"];
        var lines = documents.SelectMany(d =>
        {
            var text = TextPreparation.Prepare(language, CorpusText.Sample(d, language), MendKind.Default);
            return text.Segments.Select(s => text[s]);
        }).ToList();
        return AlignmentSide.OfLines(language, Enumerable.Repeat(lines, 1 + (Sentences / 2 / lines.Count)).SelectMany(l => l).Take(Sentences / 2));
    }
}
