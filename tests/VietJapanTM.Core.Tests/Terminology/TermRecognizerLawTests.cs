using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Core.Tests.Terminology;

public sealed class TermRecognizerLawTests
{
    private static readonly RecognitionOptions Every = new() { Overlapping = true, IncludeDrift = true };
    private static readonly RecognitionOptions Longest = new() { IncludeDrift = true };

    // Words whose forms share keys, words that only look so, function words, case and accents.
    private static readonly Dictionary<string, string[]> Vocabulary = new()
    {
        ["es"] =
        [
            "asociación", "asociaciones", "Asociacion", "estratégica", "estratégicas", "ESTRATEGICA", "luz", "luces", "luna", "lunes", "de", "y",
            "joven", "jóvenes", "país", "países", "ministro", "ministras", "ASEAN", "Asean", "-", ",", "vice", "general", "generales", "japonés", "japonesas",
            "internacional", "internacionales", "INTERNACIONAL", "internacionalista",
        ],
        ["en"] = ["policy", "policies", "chain", "Chains", "of", "general", "deputy", "WHO", "who", "Who", "crisis", "crises", "-", "'", "s", "supply"],
        ["vi"] = ["hòa", "hoà", "hoa", "HÒA", "bình", "Bình", "bính", "phó", "-", ".", "tướng", "Thủ", "quý", "qúy"],
        ["ja"] = ["日", "本", "首", "相", "の", "を", "副", "人", "サプライ", "チェーン", "・", "、", "ASEAN", "ｱｼﾞｱ", "アジア", "み", "い"],
        ["fr"] = ["a", "b", "c", "A", "-", "."],
    };

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    [InlineData("vi")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void Recognize_RandomGlossaryAndText_EqualsNaiveScan(string code) => Seeded.Run(120, random =>
    {
        var language = LanguageTag.Parse(code);
        var concepts = Enumerable.Range(0, random.Next(1, 12)).Select(i => RandomConcept(random, code, i)).ToList();
        var recognizer = new TermRecognizer(concepts);
        foreach (var options in new[] { Every, Longest, RecognitionOptions.Default, new RecognitionOptions { IgnoreCase = true } })
        {
            // What it remembers of the words of one text serves the next.
            var text = RandomText(random, code, random.Next(0, 25));
            var found = recognizer.Recognize(text, language, options)
                .Select(o => (o.Span.StartUtf16, o.Span.EndUtf16, o.Concept.Id)).ToList();
            Assert.Equal(Naive(concepts, text, language, options), found);
        }
    });

    [Theory]
    [InlineData("es")]
    [InlineData("ja")]
    public void Scan_AskedByOneSetOfOptionsAfterAnother_AnswersAsARecognitionEach(string code) => Seeded.Run(60, random =>
    {
        var language = LanguageTag.Parse(code);
        var recognizer = new TermRecognizer(Enumerable.Range(0, 9).Select(i => RandomConcept(random, code, i)))
            .With([new("c1", null), new("d1", RandomConcept(random, code, 99) with { Id = "d1" })]);
        var text = RandomText(random, code, 25);
        var scanned = recognizer.Scan(text, language);
        foreach (var options in new[] { Longest, Every, new RecognitionOptions { IgnoreCase = true, Overlapping = true }, RecognitionOptions.Default, Longest })
        {
            Assert.Equal(Told(recognizer.Recognize(text, language, options)), Told(scanned.Recognize(options)));
        }

        static IEnumerable<string> Told(IEnumerable<TermOccurrence> occurrences) =>
            occurrences.Select(o => $"{o.Span} {o.Concept.Id} {o.Term.Text} {o.Match} {o.IsLikely}");
    });

    [Fact]
    public void Recognize_MoreWordsThanItRemembers_FindsAllInAnyOrderAndAtOnce()
    {
        // Half of the words are terms, in pairs that differ after the letters by which it remembers them.
        var words = Enumerable.Range(0, 20_000).Select(i => $"internacional{i / 2:x}{(i % 2 == 0 ? "o" : "os")}").ToArray();
        var terms = words.Where((_, i) => i % 4 < 2).ToHashSet(StringComparer.Ordinal);
        var recognizer = new TermRecognizer(terms.Select((word, i) => TestGlossary.Concept($"c{i}", "fr:" + word)));
        Parallel.For(0, 8, seed =>
        {
            var shuffled = words.ToArray();
            new Random(seed).Shuffle(shuffled);
            var found = recognizer.Recognize(string.Join(' ', shuffled), LanguageTag.Parse("fr")).Select(o => o.Text);
            Assert.Equal(shuffled.Where(word => terms.Contains(word)), found);
        });
    }

    [Fact]
    public void Recognize_RandomText_LongestNeitherOverlapsNorMissesWhatBeginsThere() => Seeded.Run(300, random =>
    {
        var recognizer = new TermRecognizer(Enumerable.Range(0, 15).Select(i => RandomConcept(random, "fr", i)));
        var text = RandomText(random, "fr", 40);
        var language = LanguageTag.Parse("fr");
        var all = recognizer.Recognize(text, language, Every).Select(o => o.Span).Distinct().ToList();
        var longest = recognizer.Recognize(text, language, Longest).Select(o => o.Span).Distinct().ToList();
        var at = 0;
        foreach (var span in longest)
        {
            Assert.True(span.StartUtf16 >= at);
            Assert.DoesNotContain(all, s => s.StartUtf16 >= at && s.StartUtf16 < span.StartUtf16);
            Assert.Equal(all.Where(s => s.StartUtf16 == span.StartUtf16).Max(s => s.EndUtf16), span.EndUtf16);
            at = span.EndUtf16;
        }

        Assert.DoesNotContain(all, s => s.StartUtf16 >= at);
    });

    [Fact]
    public void Recognize_AnyText_SpansAgreeInBothUnits() => Seeded.Run(300, random =>
    {
        var recognizer = new TermRecognizer(Enumerable.Range(0, 15).Select(i => RandomConcept(random, "es", i)));
        var text = string.Concat(Enumerable.Range(0, 30).Select(_ => random.Next(4) switch
        {
            0 => char.ConvertFromUtf32(random.Next(0x1F300, 0x1F600)),
            1 => ((char)random.Next(0xD800, 0xE000)).ToString(),
            _ => " " + RandomText(random, "es", 1) + " ",
        }));
        foreach (var o in recognizer.Recognize(text, LanguageTag.Spanish, Every))
        {
            Assert.Equal(text[..o.Span.StartUtf16].EnumerateRunes().Count(), o.Span.StartCodePoint);
            Assert.Equal(text[..o.Span.EndUtf16].EnumerateRunes().Count(), o.Span.EndCodePoint);
            Assert.Equal(text[o.Span.StartUtf16..o.Span.EndUtf16], o.Text);
        }
    });

    [Fact]
    public void Recognize_NestedTerms_StaysLinear()
    {
        var nested = Enumerable.Range(1, 500).Select(n => TestGlossary.Concept($"c{n}", "es:" + string.Join(' ', Enumerable.Repeat("a", n)))).ToList();
        var recognizer = new TermRecognizer(nested);
        foreach (var tokens in new[] { 499, 5_000, 20_000 })
        {
            var work = recognizer.Measure(string.Join(' ', Enumerable.Repeat("a", tokens)), LanguageTag.Spanish, RecognitionOptions.Default);
            Assert.InRange(work.EdgeLookups, tokens, 2 * tokens);
            Assert.InRange(work.WordsCompared, tokens, 2 * tokens);
        }
    }

    [Fact]
    public void Recognize_OneLetterTerms_StaysLinear()
    {
        var recognizer = new TermRecognizer(Enumerable.Range(0, 26).Select(i => TestGlossary.Concept($"c{i}", "es:" + (char)('a' + i))));
        var random = new Random(7);
        const int tokens = 20_000;
        var text = string.Join(' ', Enumerable.Range(0, tokens).Select(_ => (char)('a' + random.Next(26))));
        var work = recognizer.Measure(text, LanguageTag.Spanish, RecognitionOptions.Default);
        Assert.InRange(work.EdgeLookups, tokens, 2 * tokens);
        Assert.Equal(tokens, work.WordsCompared);
        Assert.Equal(tokens, recognizer.Recognize(text, LanguageTag.Spanish).Length);
    }

    private static Concept RandomConcept(Random random, string code, int i)
    {
        var term = $"{code}:{RandomText(random, code, random.Next(1, 4))}";
        return TestGlossary.Concept($"c{i}", random.Next(4) switch
        {
            0 => term + "/sensitive",
            1 => term + "/acronym",
            2 => term + "/deprecated",
            _ => term,
        });
    }

    private static string RandomText(Random random, string code, int words) => string.Join(
        code == "ja" ? "" : " ",
        Enumerable.Range(0, words).Select(_ => Vocabulary[code][random.Next(Vocabulary[code].Length)]));

    // Every pattern at every token, without keys and without an automaton.
    private static List<(int Start, int End, string Id)> Naive(List<Concept> concepts, string text, LanguageTag language, RecognitionOptions options)
    {
        var rules = LanguageRules.For(language);
        var patterns = concepts
            .SelectMany(c => c.Languages.SelectMany(s => s.Terms.SelectMany(t => TermPattern.Of(c, s, t, rules))))
            .ToList();
        var cut = new TermText(text, rules);
        var candidate = new Candidate(cut, rules, options);
        var found = new List<(int, int, string)>();
        for (var start = 0; start < cut.Count; start++)
        {
            var fits = patterns
                .Where(p => start + p.Words.Length <= cut.Count)
                .Select(p => (Pattern: p, Fit: candidate.Fits(p, start)))
                .Where(f => f.Fit is not null)
                .GroupBy(f => f.Pattern.Words.Length)
                .OrderByDescending(g => g.Key)
                .ToList();
            foreach (var length in options.Overlapping ? fits : fits.Take(1))
            {
                var proper = length.Any(f => f.Fit != Fit.Drift);
                found.AddRange(length
                    .Where(f => !proper || f.Fit != Fit.Drift)
                    .Select(f => (cut[start].Start, cut[start + length.Key - 1].End, f.Pattern.Concept.Id)));
            }

            start += !options.Overlapping && fits.Count > 0 ? fits[0].Key - 1 : 0;
        }

        return found;
    }
}
