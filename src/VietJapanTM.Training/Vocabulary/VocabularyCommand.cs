using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>The verb <c>vocabulary</c>: counts the corpora of a language and writes its vocabulary and its spelling list.</summary>
internal static class VocabularyCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage =
        "VietJapanTM.Training vocabulary --lang es|en|vi --data DIR --hunspell DIR --out FILE.vocab [--without PART-OF-FILE-NAME]";

    /// <summary>Runs it; 0 where it wrote both files, 2 where it was called wrongly.</summary>
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter error)
    {
        if (!TryRead(arguments, out var options)
            || !options.TryGetValue("--lang", out var language)
            || !options.TryGetValue("--data", out var data)
            || !options.TryGetValue("--hunspell", out var hunspell)
            || !options.TryGetValue("--out", out var file)
            || !file.EndsWith(".vocab", StringComparison.Ordinal)
            || !SpellingSource.Languages.Contains(language))
        {
            error.WriteLine("usage: " + Usage);
            return 2;
        }

        var spelling = SpellingSource.Read(language, hunspell);
        var corpus = CorpusFiles.Count(data, language, options.GetValueOrDefault("--without"), output);
        var frequencies = CorpusFiles.Frequencies(data, language);
        var counts = new VocabularyBuilder(corpus, frequencies, spelling, CorpusFiles.Frequencies(data, language == "en" ? "es" : "en")).Build();
        var countsFile = WordCountsFile.Write(counts);
        File.WriteAllBytes(file, countsFile);

        var automaton = new AutomatonBuilder();
        foreach (var (word, kind) in spelling)
        {
            automaton.Add(word, kind);
        }

        var spellingFile = automaton.Write(out var states);
        File.WriteAllBytes(Path.ChangeExtension(file, ".spelling.vocab"), spellingFile);
        output.WriteLine($"{counts.Words.Count} words, {counts.Followers.Length} pairs: {countsFile.Length} bytes");
        output.WriteLine($"{spelling.Count} spellings, {states} states: {spellingFile.Length} bytes");
        return 0;
    }

    private static bool TryRead(ReadOnlySpan<string> arguments, out Dictionary<string, string> options)
    {
        options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            options[arguments[i]] = arguments[i + 1];
        }

        return arguments.Length % 2 == 0;
    }
}
