using BenchmarkDotNet.Attributes;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// Segmentation and mending of running text, document by document. An operation reads so much that a machine's hiccup is a small part of it, and
/// the warm-up so much that all is compiled: rates of a process that stays, not of the first page.
/// </summary>
[WarmupCount(4)]
[IterationCount(15)]
public class TextBenchmarks
{
    /// <summary>UTF-8 bytes an operation, the same in every language, so that rates compare.</summary>
    private const int Bytes = 3_000_000;
    private LanguageTag _language;
    private IReadOnlyList<string> _documents = [];

    /// <summary>The languages that can be segmented.</summary>
    public static IEnumerable<string> Languages => ["es", "en", "vi", "ja"];

    /// <summary>The languages that can be mended.</summary>
    public static IEnumerable<string> MendedLanguages => Mender.Languages.Select(l => l.Value);

    /// <summary>Segmentation by the shipped rules.</summary>
    [Benchmark(OperationsPerInvoke = Bytes)]
    [Items("MB", 1_000_000)]
    [ArgumentsSource(nameof(Languages))]
    public int Segment(string language)
    {
        Prepare(language);
        var segmenter = SegmentationRules.Shipped.For(_language);
        return _documents.Sum(d => segmenter.Segment(d).Count);
    }

    /// <summary>Mending of lost spaces, split words and mojibake.</summary>
    [Benchmark(OperationsPerInvoke = Bytes)]
    [Items("MB", 1_000_000)]
    [ArgumentsSource(nameof(MendedLanguages))]
    public int Mend(string language)
    {
        Prepare(language);
        return _documents.Sum(d => Mender.Mend(d, _language).Edits.Count);
    }

    // In the first warm-up alone.
    private void Prepare(string language)
    {
        if (_documents.Count == 0)
        {
            _language = LanguageTag.Parse(language);
            _documents = CorpusText.Running(_language, Bytes);
        }
    }
}
