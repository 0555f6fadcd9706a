using BenchmarkDotNet.Attributes;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks;

/// <summary>Look-ups of 500 real queries, tokenising included, all hits.</summary>
public class LookupBenchmarks
{
    private const int QueryCount = 500;
    private TranslationMemoryIndex? _index;
    private IReadOnlyList<string> _queries = [];

    /// <summary>Units in the memory.</summary>
    [Params(10_000, 100_000)]
    public int Units { get; set; }

    /// <summary>Lowest match rate.</summary>
    [Params(70, 50)]
    public int Threshold { get; set; }

    /// <summary>Which queries.</summary>
    [Params("edited", "news")]
    public string Set { get; set; } = "";

    /// <summary>Which score.</summary>
    [Params("standard", "plain")]
    public string Profile { get; set; } = "";

    /// <summary>Fills the index.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _queries = CorpusText.Queries(Set);
        _index = new TranslationMemoryIndex(new CorpusUnits(CorpusText.SpanishSegments(Units)), Tenants.Default);
        _index.CatchUp();
        Lookup();
    }

    /// <summary>The look-ups.</summary>
    [Benchmark(OperationsPerInvoke = QueryCount)]
    [Items("queries")]
    public int Lookup()
    {
        var hits = 0;
        foreach (var query in _queries)
        {
            hits += _index!.Lookup(new LookupQuery
            {
                Text = query,
                SourceLanguage = LanguageTag.Spanish,
                TargetLanguage = LanguageTag.English,
                Threshold = Threshold,
                MaxResults = int.MaxValue,
                Profile = MatchProfile.Parse(Profile),
            }).Matches.Length;
        }

        return hits;
    }
}
