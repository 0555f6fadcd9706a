using System.Text.Json;
using System.Text.RegularExpressions;
using VietJapanTM.Model;
using VietJapanTM.Text.Segmentation;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Text.Segmentation;

/// <summary>Scores the shipped rules on data that nobody here wrote. The floors stand below what is reached, to notice a loss.</summary>
public sealed class SegmentationEvaluationTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("golden-rules.es.jsonl", "es", 5)]
    [InlineData("golden-rules.en.jsonl", "en", 50)]
    [InlineData("golden-rules.ja.jsonl", "ja", 5)]
    [InlineData("languagetool.es.jsonl", "es", 43)]
    [InlineData("languagetool.en.jsonl", "en", 52)]
    [InlineData("pysbd.es.jsonl", "es", 35)]
    [InlineData("pysbd.ja.jsonl", "ja", 5)]
    public void Shipped_ExamplesOfOthers_SegmentsAtLeast(string file, string language, int floor)
    {
        var right = 0;
        var examples = Read(file).ToList();
        foreach (var (text, sentences) in examples)
        {
            var actual = Segments(text, language).Select(Squeeze);
            if (actual.SequenceEqual(sentences.Select(Squeeze)))
            {
                right++;
            }
            else
            {
                output.WriteLine($"miss: {string.Join(" | ", Segments(text, language))}\n  not {string.Join(" | ", sentences)}");
            }
        }

        output.WriteLine($"{file}: {right} of {examples.Count}");
        Assert.True(right >= floor, $"{right} of {examples.Count}");
    }

    [SkippableTheory]
    [InlineData("ud.es.gsd.dev.raw.jsonl", "es", 1, 0.994)]
    [InlineData("ud.en.ewt.dev.raw.jsonl", "en", 1, 0.915)]
    [InlineData("ud.ja.gsd.dev.raw.jsonl", "ja", 20, 0.996)]
    [InlineData("ntrex-dev.vi.raw.jsonl", "vi", 1, 0.957)]
    public void Shipped_RunningText_ReachesF1(string file, string language, int join, double floor)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        var documents = Read(file).ToList();
        for (var i = 0; i < documents.Count; i += join)
        {
            var group = documents.Skip(i).Take(join).ToList();
            var sentences = group.SelectMany(d => d.Sentences).ToList();
            var text = join == 1 ? group[0].Text : string.Concat(sentences);
            var gold = Boundaries(sentences);
            var actual = Boundaries(Segments(text, language));
            hit += gold.Intersect(actual).Count();
            wrong += actual.Except(gold).Count();
            missed += gold.Except(actual).Count();
        }

        var f1 = 2.0 * hit / ((2 * hit) + wrong + missed);
        output.WriteLine($"{file}: F1 {f1:F4}, wrong {wrong}, missed {missed}");
        Assert.True(f1 >= floor, $"F1 {f1:F4}");
    }

    /// <summary>Lines joined in twenties; their borders are the gold, though some hold two sentences. The treebank is written tokenised.</summary>
    [SkippableTheory]
    [InlineData("ntrex.es", "es", 0.95)]
    [InlineData("ntrex.en", "en", 0.97)]
    [InlineData("ntrex.ja", "ja", 0.88)]
    [InlineData("alt.en-vi.en", "en", 0.99)]
    [InlineData("alt.en-vi.vi", "vi", 0.99)]
    public void Shipped_JoinedLines_ReachF1(string file, string language, double floor)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        var lines = File.ReadLines(TestData.Require("align", "train", file));
        foreach (var group in (file.StartsWith("alt", StringComparison.Ordinal) ? lines.Select(Detokenise) : lines).Chunk(20))
        {
            var gold = Boundaries(group);
            var actual = Boundaries(Segments(string.Join(language == "ja" ? "" : " ", group), language));
            hit += gold.Intersect(actual).Count();
            wrong += actual.Except(gold).Count();
            missed += gold.Except(actual).Count();
        }

        var f1 = 2.0 * hit / ((2 * hit) + wrong + missed);
        output.WriteLine($"{file}: F1 {f1:F4}, wrong {wrong}, missed {missed}");
        Assert.True(f1 >= floor, $"F1 {f1:F4}");
    }

    // A capital at the beginning, brackets and quotation marks as marks, and no blank before a stop. Straight quotation marks open and close in turn, and close at the end.
    private static string Detokenise(string line)
    {
        var quotes = 0;
        var text = line.Replace("-LRB-", "(", StringComparison.Ordinal).Replace("-RRB-", ")", StringComparison.Ordinal)
            .Replace("``", "“", StringComparison.Ordinal).Replace("' '", "”", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal);
        text = Regex.Replace(text, "\"", m => quotes++ % 2 == 0 && m.Index + 1 < text.Length ? "“" : "”");
        text = Regex.Replace(text, @" (?=[.,;:!?%)\]”…](?:\s|$))|(?<=(?:^|\s)[(\[“]) | (?=' ?(?:s|re|ve|ll|m|d|t)\s)| (?=n 't\s)|(?<=\sn) (?='t\s)|(?<=\s') (?=s\s)", "");
        return Regex.Replace(text, @"^[“(\[' ]*\p{Ll}", m => m.Value.ToUpperInvariant());
    }

    /// <summary>Paragraphs of six sentences, wrapped at a width: their borders should be those of the same text in one line.</summary>
    [SkippableTheory]
    [InlineData("es", 72, 0.99)]
    [InlineData("en", 72, 0.99)]
    [InlineData("vi", 72, 0.99)]
    [InlineData("ja", 36, 0.99)]
    public void Shipped_WrappedParagraphs_AreCutAsRunningText(string language, int width, double floor)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        foreach (var lines in File.ReadLines(TestData.Require("align", "train", $"ntrex.{language}")).Chunk(6))
        {
            var text = string.Join(language == "ja" ? "" : " ", lines);
            var running = Boundaries(Segments(text, language));
            var wrapped = Boundaries(Segments(language == "ja" ? string.Join('\n', text.Chunk(width).Select(l => new string(l))) : Wrap(text, width), language));
            hit += running.Intersect(wrapped).Count();
            wrong += wrapped.Except(running).Count();
            missed += running.Except(wrapped).Count();
        }

        var f1 = 2.0 * hit / ((2 * hit) + wrong + missed);
        output.WriteLine($"wrapped {language}: F1 {f1:F4}, wrong {wrong}, missed {missed}");
        Assert.True(f1 >= floor, $"F1 {f1:F4}");
    }

    private static string Wrap(string text, int width)
    {
        var wrapped = new System.Text.StringBuilder();
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            var fits = column + 1 + word.Length <= width;
            wrapped.Append(column == 0 ? "" : fits ? " " : "\n").Append(word);
            column = column == 0 || !fits ? word.Length : column + 1 + word.Length;
        }

        return wrapped.ToString();
    }

    private static List<string> Segments(string text, string language) =>
        [.. SegmentationRules.Shipped.For(LanguageTag.Parse(language)).Segment(text).Select(s => text.Substring(s.Start, s.Length))];

    private static HashSet<int> Boundaries(IReadOnlyList<string> sentences)
    {
        var boundaries = new HashSet<int>();
        var length = 0;
        foreach (var sentence in sentences.Take(sentences.Count - 1))
        {
            length += Squeeze(sentence).Length;
            boundaries.Add(length);
        }

        return boundaries;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<(string Text, IReadOnlyList<string> Sentences)> Read(string file)
    {
        foreach (var line in File.ReadLines(TestData.Require("segmentation", file)))
        {
            using var json = JsonDocument.Parse(line);
            yield return (
                json.RootElement.GetProperty("text").GetString()!,
                [.. json.RootElement.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!)]);
        }
    }
}
