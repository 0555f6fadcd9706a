using BenchmarkDotNet.Attributes;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Benchmarks;

/// <summary>Segmentation and mending of running text.</summary>
public class TextBenchmarks
{
    private const int Characters = 1_000_000;
    private string _text = "";

    /// <summary>The language.</summary>
    [Params("es", "en", "vi")]
    public string Language { get; set; } = "";

    /// <summary>Repeats an article.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var article = CorpusText.Sample("nguyen-phu-trong-kishida", LanguageTag.Parse(Language));
        _text = string.Concat(Enumerable.Repeat(article + "\n", 1 + (Characters / article.Length)))[..Characters];
    }

    /// <summary>Segmentation by the shipped rules.</summary>
    [Benchmark(OperationsPerInvoke = Characters)]
    [Items("characters")]
    public int Segment() => SegmentationRules.Shipped.For(LanguageTag.Parse(Language)).Segment(_text).Count;

    /// <summary>Mending of lost spaces.</summary>
    [Benchmark(OperationsPerInvoke = Characters)]
    [Items("characters")]
    public int Mend() => Mender.Mend(_text, LanguageTag.Parse(Language)).Edits.Count;
}
