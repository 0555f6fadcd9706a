using BenchmarkDotNet.Attributes;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Benchmarks;

/// <summary>Segmentation and mending of clean news, document by document.</summary>
public class TextBenchmarks
{
    /// <summary>Every language's texts are cut or repeated to this many characters, so that rates compare.</summary>
    private const int Characters = 200_000;
    private const int DocumentLength = 4_000;
    private LanguageTag _language;
    private string[] _documents = [];

    /// <summary>The language.</summary>
    [Params("es", "en", "vi")]
    public string Language { get; set; } = "";

    /// <summary>Reads news, or repeats an article where there is none.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _language = LanguageTag.Parse(Language);
        var news = CorpusText.News(_language);
        var text = string.Concat(Enumerable.Repeat(news, 1 + (Characters / news.Length)))[..Characters];
        _documents = [.. text.Chunk(DocumentLength).Select(c => new string(c))];
    }

    /// <summary>Segmentation by the shipped rules.</summary>
    [Benchmark(OperationsPerInvoke = Characters)]
    [Items("characters")]
    public int Segment()
    {
        var segmenter = SegmentationRules.Shipped.For(_language);
        return _documents.Sum(d => segmenter.Segment(d).Count);
    }

    /// <summary>Mending of lost spaces, split words and mojibake.</summary>
    [Benchmark(OperationsPerInvoke = Characters)]
    [Items("characters")]
    public int Mend() => _documents.Sum(d => Mender.Mend(d, _language).Edits.Count);
}
