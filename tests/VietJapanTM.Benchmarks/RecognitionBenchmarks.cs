using BenchmarkDotNet.Attributes;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>Recognition of the shipped glossary's terms in running text, and the check of sentence pairs.</summary>
public class RecognitionBenchmarks
{
    private const int Characters = 1_000_000;
    private const int Pairs = 1_000;
    private TermRecognizer _recognizer = TermRecognizer.Empty;
    private TermChecker _checker = new(TermRecognizer.Empty);
    private string _text = "";
    private IReadOnlyList<string> _segments = [];

    /// <summary>Reads glossary and text.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var glossary = GlossaryFolder.Read(RepositoryRoot.Combine("glossary"), new DiagnosticSink());
        _recognizer = new TermRecognizer(glossary.Entries.Select(e => e.Concept));
        _checker = new TermChecker(_recognizer);
        var article = CorpusText.Sample("viet-nam-japan-upgrade", LanguageTag.Spanish);
        _text = string.Concat(Enumerable.Repeat(article, 1 + (Characters / article.Length)))[..Characters];
        _segments = CorpusText.SpanishSegments(Pairs);
    }

    /// <summary>Recognition in news about the glossary's own domain: many hits.</summary>
    [Benchmark(OperationsPerInvoke = Characters)]
    [Items("characters")]
    public int Recognize() => _recognizer.Recognize(_text, LanguageTag.Spanish).Length;

    /// <summary>The check of pairs of other text: few hits.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    [Items("pairs")]
    public int Check() => _segments.Sum(s => _checker.Check(s, LanguageTag.Spanish, s, LanguageTag.English).Length);
}
