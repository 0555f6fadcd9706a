using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// Measures a batch: many edited strings, one in ten of them a repetition, against a memory, on several threads. A repeated string is
/// looked up once. No string is one of the segments it was made from.
/// </summary>
internal sealed class BatchDriver
{
    private const int Seed = 7;
    private const int RepeatShare = 10;
    private const int Runs = 3;

    private readonly VerbOptions _options;
    private readonly int _threshold;
    private readonly int _max;
    private readonly MatchProfile _profile;

    private BatchDriver(VerbOptions options)
    {
        _options = options;
        _threshold = options.Number("threshold");
        _max = options.Number("max");
        _profile = MatchProfile.Parse(options["profile"]);
    }

    /// <summary>Runs the verb <c>batch</c>.</summary>
    public static void Run(string[] args)
    {
        var options = new VerbOptions(
            args,
            "Measures a batch of edited segments, some of them repeated, against a memory.",
            ("units", "120000", "Spanish units in the memory"),
            ("strings", "107374", "strings in the batch"),
            ("threads", "2", "threads"),
            ("profile", "plain", "plain, standard or desktop"),
            ("threshold", "70", "lowest match rate"),
            ("max", "10", "most matches of a string where units are fetched"),
            ("by-length", "no", "yes to look strings up in order of length, so that neighbours read the same parts of the index"));
        if (!options.IsHelp)
        {
            new BatchDriver(options).Run();
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private void Run()
    {
        var segments = CorpusText.SpanishSegments(_options.Number("units"));
        var batch = Edited(segments);
        using var memory = new TranslationMemoryIndex(new CorpusUnits(segments), Tenants.Default);
        memory.CatchUp();
        memory.Lookup(Query("a"));
        Say($"{segments.Count} units, {_profile}, at least {_threshold} %, {batch.Count} strings, {batch.Distinct().Count()} of them distinct, {_options["threads"]} threads");
        for (var run = 0; run < Runs; run++)
        {
            Measure("every hit, by id and score", batch, text => memory.FindHits(Query(text)).Length);
            Measure($"{_max} matches with their units", batch, text => memory.Lookup(Query(text)).Matches.Length);
        }
    }

    /// <summary>Segments with one to three words replaced, left out, doubled or swapped, and some of the strings again.</summary>
    private List<string> Edited(IReadOnlyList<string> segments)
    {
        var random = new Random(Seed);
        var count = _options.Number("strings");
        var strings = new List<string>(count);
        while (strings.Count < count)
        {
            if (strings.Count > 0 && random.Next(RepeatShare) == 0)
            {
                strings.Add(strings[random.Next(strings.Count)]);
                continue;
            }

            var segment = segments[random.Next(segments.Count)];
            var words = segment.Split(' ').ToList();
            for (var edits = random.Next(1, 4); edits > 0 && words.Count > 0; edits--)
            {
                Edit(words, random, segments);
            }

            var edited = string.Join(' ', words);
            if (edited != segment && edited.Any(char.IsLetterOrDigit))
            {
                strings.Add(edited);
            }
        }

        return strings;
    }

    private static void Edit(List<string> words, Random random, IReadOnlyList<string> segments)
    {
        var at = random.Next(words.Count);
        switch (random.Next(4))
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, words[at]);
                break;
            case 2:
                var with = random.Next(words.Count);
                (words[at], words[with]) = (words[with], words[at]);
                break;
            default:
                var other = segments[random.Next(segments.Count)].Split(' ');
                words[at] = other[random.Next(other.Length)];
                break;
        }
    }

    private void Measure(string what, List<string> batch, Func<string, int> lookUp)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var places = new Dictionary<string, int>(batch.Count, StringComparer.Ordinal);
        var placeOfEach = batch.Select(text => places.TryGetValue(text, out var place) ? place : places[text] = places.Count).ToArray();
        var distinct = places.Keys.ToArray();
        var order = Enumerable.Range(0, distinct.Length).ToArray();
        if (_options["by-length"] == "yes")
        {
            Array.Sort([.. distinct.Select(t => t.Length)], order);
        }

        var answers = new int[distinct.Length];
        var next = -1;
        var workers = Enumerable.Range(0, _options.Number("threads")).Select(_ => new Thread(() =>
        {
            for (var i = Interlocked.Increment(ref next); i < order.Length; i = Interlocked.Increment(ref next))
            {
                answers[order[i]] = lookUp(distinct[order[i]]);
            }
        })).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        var found = placeOfEach.Sum(p => (long)answers[p]);
        Say($"{what}: {watch.Elapsed.TotalSeconds:0.00} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} of processor), {found} found");
    }

    private LookupQuery Query(string text) => new()
    {
        Text = text,
        SourceLanguage = LanguageTag.Spanish,
        TargetLanguage = LanguageTag.English,
        Threshold = _threshold,
        MaxResults = _max,
        Profile = _profile,
    };
}
