using System.Globalization;
using System.Text;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>Which files of the data folder are counted: the running text of <c>align/train</c> and the lists of <c>words</c>.</summary>
internal static class CorpusFiles
{
    private static readonly string[] Sources = ["alt", "lohelp", "ntrex", "pydoc"];

    /// <summary>Counts the running text of a language; a line that stands in several files counts once.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="language">The language's code, the end of the file names.</param>
    /// <param name="without">Files whose name contains this are left out; null leaves none out.</param>
    /// <param name="output">Takes a line for each file.</param>
    public static CorpusCounter Count(string data, string language, string? without, TextWriter output)
    {
        var counter = new CorpusCounter();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = Directory.GetFiles(Path.Combine(data, "align", "train"), "*." + language)
            .Where(f => Sources.Contains(Path.GetFileName(f).Split('.')[0]))
            .Where(f => without is null || !Path.GetFileName(f).Contains(without, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var before = counter.Total;
            foreach (var line in File.ReadLines(file))
            {
                if (seen.Add(line))
                {
                    counter.Add(line.Normalize(NormalizationForm.FormC));
                }
            }

            output.WriteLine($"{Path.GetFileName(file)}: {counter.Total - before} words");
        }

        return counter;
    }

    /// <summary>The word list <c>words/LANG_50k.txt</c>: <c>word count</c> a line; only words of letters alone are taken.</summary>
    public static Dictionary<string, long> Frequencies(string data, string language)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(data, "words", language + "_50k.txt")))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var word = space < 0 ? "" : line[..space].Normalize(NormalizationForm.FormC).ToLowerInvariant();
            if (word.Length > 0 && word.All(char.IsLetter))
            {
                counts[word] = counts.GetValueOrDefault(word) + long.Parse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }

        return counts;
    }
}
