using System.Text.RegularExpressions;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Model;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>The verb <c>words</c>: pages of a concordance by kind of query, and fragments, over a store with its units.</summary>
internal sealed partial class WordsDriver(TranslationMemoryIndex index, LanguageTag language, IReadOnlyList<string> texts, int queries)
{
    private const int Seed = 11;

    private readonly Random _random = new(Seed);

    /// <summary>Runs the verb.</summary>
    public static void Run(string[] args)
    {
        using var temporary = new TemporaryFolder();
        var options = new VerbOptions(
            args,
            "Measures pages of 20 hits of a concordance, and fragments of texts that nothing resembles.",
            ("units", "1000000", "units in the store"),
            ("data", temporary.Root, "folder with the store; one that is empty is filled"),
            ("language", "es", "language of the words: es, the units' source, or en, the target of 385,000 of them"),
            ("queries", "200", "queries of each kind"));
        if (options.IsHelp)
        {
            return;
        }

        using var corpus = new StoredCorpus(options["data"], options.Number("units"));
        using var index = corpus.OpenIndex();
        var language = LanguageTag.Parse(options["language"]);
        var texts = language == LanguageTag.English
            ? [.. CorpusText.EnglishSegments(options.Number("units")).OfType<string>()]
            : CorpusText.SpanishSegments(options.Number("units"));
        new WordsDriver(index, language, texts, options.Number("queries")).Run();
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word { get; }

    private void Run()
    {
        var frequent = texts.Take(20_000).SelectMany(Words).CountBy(w => w.ToLowerInvariant()).OrderByDescending(c => c.Value).Take(12).Select(c => c.Key).ToList();
        Concordance("one word", isPhrase: false, () => Pick(AnyWords()));
        Concordance("one of the 12 most frequent", isPhrase: false, () => Pick(frequent));
        Concordance("two words of a segment", isPhrase: false, () => Pair(AnyWords(2)));
        Concordance("two words of two segments", isPhrase: false, () => $"{Pick(AnyWords())} {Pick(AnyWords())}");
        Concordance("two of the most frequent", isPhrase: false, () => $"{Pick(frequent)} {Pick(frequent)}");
        Concordance("phrase of two words", isPhrase: true, () => Pair(AnyWords(2)));
        Concordance("phrase of two segments' words", isPhrase: true, () => $"{Pick(AnyWords())} {Pick(AnyWords())}");
        Concordance("phrase of the most frequent", isPhrase: true, () => $"{Pick(frequent)} {Pick(frequent)}");
        Concordance("beginning of two letters", isPhrase: false, () => Pick(AnyWords())[..2] + "*");
        Concordance("beginning of one letter", isPhrase: false, () => Pick(AnyWords())[..1] + "*");
        Concordance("phrase with a beginning", isPhrase: true, () => $"{Pick(frequent)} {Pick(AnyWords())[..2]}*");
        if (language == LanguageTag.Spanish)
        {
            Fragments("fragments of unseen text", CorpusText.Queries("heldout"));
            Fragments("fragments of news", CorpusText.Queries("news"));
        }
    }

    private static List<string> Words(string text) => [.. Word.Matches(text).Select(m => m.Value)];

    private List<string> AnyWords(int least = 1)
    {
        while (true)
        {
            if (Words(texts[_random.Next(texts.Count)]) is var words && words.Count >= least)
            {
                return words;
            }
        }
    }

    private string Pick(List<string> words) => words[_random.Next(words.Count)];

    private string Pair(List<string> words) => _random.Next(words.Count - 1) is var at ? $"{words[at]} {words[at + 1]}" : "";

    private void Concordance(string kind, bool isPhrase, Func<string> text)
    {
        var (times, hits, early) = (new Latencies(), 0, 0);
        for (var i = -10; i < queries; i++)
        {
            var query = new ConcordanceQuery { Text = text(), Language = language, IsPhrase = isPhrase };
            var run = i < 0 ? new Latencies() : times;
            var page = run.Time(() => index.FindWords(query));
            hits += i < 0 ? 0 : page.Hits.Length;
            early += i >= 0 && page.Hits.Length < query.PageSize && page.Next is not null ? 1 : 0;
        }

        Console.WriteLine(FormattableString.Invariant($"{kind,-30} {times}  hits {hits / (double)queries,5:0.0}  ended early {early}"));
    }

    private void Fragments(string kind, IReadOnlyList<string> from)
    {
        var (times, found) = (new Latencies(), 0);
        for (var i = -10; i < Math.Min(queries, from.Count); i++)
        {
            var query = new LookupQuery { Text = from[Math.Max(0, i)], SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.English };
            var run = i < 0 ? new Latencies() : times;
            found += run.Time(() => index.FindFragments(query)).Length;
        }

        Console.WriteLine(FormattableString.Invariant($"{kind,-30} {times}  found {found / (double)times.Count,5:0.0}"));
    }
}
