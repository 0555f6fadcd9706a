using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Mending.Repairs;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Text.Mending;

/// <summary>
/// Measures the mender on texts that its vocabularies were not counted from: edits on the text as it is, then recall and precision
/// after 2 % of the spaces were removed at random.
/// </summary>
public sealed class MendingEvaluationTests(ITestOutputHelper output)
{
    private const double LossRate = 0.02;
    private const double SplitRate = 0.05;
    private static readonly SearchValues<char> LowerLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzáéíóúüñ");
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouáéíóúü");

    [SkippableTheory]
    [InlineData("news", "es", 1.0, 0.925, 0.995)]
    [InlineData("news", "en", 1.0, 0.89, 0.99)]
    [InlineData("news", "vi", 1.0, 0.96, 0.995)]
    [InlineData("treebank", "es", 4.0, 0.84, 0.97)]
    [InlineData("help", "es", 8.0, 0.85, 0.94)]
    [InlineData("help", "en", 8.0, 0.87, 0.95)]
    [InlineData("help", "vi", 9.0, 0.90, 0.97)]
    public void Mend_HeldOutText_HoldsTheFloor(string kind, string language, double mostClean, double leastRecall, double leastPrecision)
    {
        var documents = Documents(kind, language);
        var tag = LanguageTag.Parse(language);
        var words = documents.Sum(d => d.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var clean = documents.Sum(d => Mender.Mend(d, tag).Edits.Count) * 20_000.0 / words;

        var random = new Random(42);
        var (right, wrong, lost) = (0, 0, 0);
        var reliability = new SortedDictionary<int, (int Right, int All, double Sum)>();
        for (var round = 0; round < 2; round++)
        {
            foreach (var document in documents)
            {
                var (damaged, places) = Damage(document, random);
                lost += places.Count;
                foreach (var edit in Mender.Mend(damaged, tag).Edits)
                {
                    var hit = places.Contains(edit.Offset) ? 1 : 0;
                    (right, wrong) = (right + hit, wrong + 1 - hit);
                    var bin = edit.Confidence >= 0.99 ? 99 : (int)(edit.Confidence * 20) * 5;
                    var (binRight, binAll, binSum) = reliability.GetValueOrDefault(bin);
                    reliability[bin] = (binRight + hit, binAll + 1, binSum + edit.Confidence);
                }
            }
        }

        var recall = right / (double)lost;
        var precision = right / (double)(right + wrong);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind} {language}: {words} words, {clean:F2} edits in 20,000 clean words; {lost} lost, recall {recall:F3}, precision {precision:F4}"));
        foreach (var (bin, (binRight, all, sum)) in reliability)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  confidence from .{bin:D2}: {all} edits, mean confidence {sum / all:F3}, right {binRight / (double)all:F3}"));
        }

        Assert.True(clean <= mostClean, $"{clean:F2} edits in 20,000 clean words");
        Assert.True(recall >= leastRecall, $"recall {recall:F3}");
        Assert.True(precision >= leastPrecision, $"precision {precision:F4}");
    }

    [SkippableTheory]
    [InlineData("es")]
    [InlineData("en")]
    [InlineData("vi")]
    public void Mend_NewsGarbledOrDecomposed_RestoresEveryCharacter(string language)
    {
        var tag = LanguageTag.Parse(language);
        foreach (var document in Documents("news", language))
        {
            var garbled = string.Concat(Encoding.UTF8.GetBytes(document).Select(b => b < 0x80 ? (char)b : Windows1252.ToChar(b)));
            Assert.Equal(document, Mend(garbled, MendKind.Mojibake));
            Assert.Same(document, Mend(document, MendKind.Mojibake));

            var composed = document.Normalize(NormalizationForm.FormC);
            Assert.Equal(composed, Mend(document.Normalize(NormalizationForm.FormD), MendKind.Decomposed));
            Assert.Same(composed, Mend(composed, MendKind.Decomposed | MendKind.HyphenatedWord));
        }

        string Mend(string text, MendKind kinds) => Mender.Mend(text, tag, new MendingOptions { Kinds = kinds }).Text;
    }

    [SkippableTheory]
    [InlineData("es", 0.99, 0.99)]
    [InlineData("en", 0.97, 0.98)]
    public void Mend_NewsHyphenatedAtLineEnds_HoldsTheFloor(string language, double leastRecall, double leastPrecision)
    {
        var random = new Random(17);
        var (right, wrong, split) = (0, 0, 0);
        foreach (var document in Documents("news", language))
        {
            var (damaged, places) = Hyphenate(document, random);
            split += places.Count;
            foreach (var edit in Mender.Mend(damaged, LanguageTag.Parse(language), new MendingOptions { Kinds = MendKind.HyphenatedWord }).Edits)
            {
                // A break within a word takes its hyphen along; one at a compound's own hyphen leaves that.
                var hit = places.TryGetValue(edit.Offset, out var length) && length == edit.Length;
                (right, wrong) = (right + (hit ? 1 : 0), wrong + (hit ? 0 : 1));
            }
        }

        var recall = right / (double)split;
        var precision = right / (double)(right + wrong);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{language}: {split} words split at line ends, recall {recall:F3}, precision {precision:F4}"));
        Assert.True(recall >= leastRecall, $"recall {recall:F3}");
        Assert.True(precision >= leastPrecision, $"precision {precision:F4}");
    }

    // A place within a word, before a consonant with a vowel behind it, is as likely to end a line as a compound's own hyphen.
    private static (string Text, Dictionary<int, int> Places) Hyphenate(string text, Random random)
    {
        var damaged = new StringBuilder(text.Length);
        var places = new Dictionary<int, int>();
        var letters = 0;
        var last = -20;
        for (var i = 0; i < text.Length; i++)
        {
            var ownHyphen = text[i] == '-' && letters > 1 && i + 1 < text.Length && char.IsLower(text[i + 1])
                && random.NextDouble() < SplitRate;
            var rest = text.AsSpan(i);
            var end = rest.IndexOfAnyExcept(LowerLetters);
            var inside = letters > 2 && damaged.Length > last + 20 && end > 3 && !Vowels.Contains(rest[0]) && Vowels.Contains(rest[1]) && random.NextDouble() < SplitRate;
            if (inside)
            {
                places[last = damaged.Length] = 2;
                damaged.Append("-\n");
            }

            damaged.Append(text[i]);
            letters = char.IsLetter(text[i]) ? letters + 1 : 0;
            if (ownHyphen)
            {
                places[last = damaged.Length] = 1;
                damaged.Append('\n');
            }
        }

        return (damaged.ToString(), places);
    }

    private static List<string> Documents(string kind, string language)
    {
        if (kind == "treebank")
        {
            return [.. File.ReadLines(TestData.Require("segmentation", $"ud.{language}.gsd.dev.raw.jsonl"))
                .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
        }

        var (folder, pattern) = kind == "news" ? ("ntrexdev-light", "*." + language) : ("lohelp", language == "vi" ? "*.en-vi.vi" : "*.es-en." + language);
        return [.. Directory.GetFiles(TestData.Require("align", "dev", folder), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    // Only single spaces between other characters are lost.
    private static (string Text, HashSet<int> Places) Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text.Length);
        var places = new HashSet<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var single = text[i] == ' ' && i > 0 && i + 1 < text.Length && !char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i + 1]);
            if (single && random.NextDouble() < LossRate)
            {
                places.Add(damaged.Length);
            }
            else
            {
                damaged.Append(text[i]);
            }
        }

        return (damaged.ToString(), places);
    }
}
