using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Text.Vocabulary;

/// <summary>The vocabularies that travel within this assembly, each loaded when it is first asked for. Thread-safe.</summary>
internal static class ShippedVocabularies
{
    private static readonly Dictionary<string, Lazy<LanguageVocabulary>> Loaded = new[]
    {
        LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese,
    }.ToDictionary(l => l.Value, l => new Lazy<LanguageVocabulary>(() => Load(l)), StringComparer.Ordinal);

    /// <summary>The languages that have one.</summary>
    public static IReadOnlyList<LanguageTag> Languages { get; } =
        [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese];

    /// <summary>The vocabulary of a language, whatever its region.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.LanguageUnsupported"/>: there is none.</exception>
    public static LanguageVocabulary For(LanguageTag language) =>
        Loaded.TryGetValue(language.Primary, out var vocabulary)
            ? vocabulary.Value
            : throw new DomainException(
                ErrorCode.LanguageUnsupported,
                $"Mending needs a vocabulary, and there is none for '{language}'. Languages with one: {string.Join(", ", Languages)}.",
                "language");

    private static LanguageVocabulary Load(LanguageTag language)
    {
        var spelling = Resource($"{language}.spelling.vocab");
        var counts = Resource($"{language}.vocab") ?? throw new InvalidOperationException($"The assembly lacks {language}.vocab.");
        return new LanguageVocabulary(language, WordCountsFile.Read(counts), spelling is null ? null : SpellingFile.Read(spelling));
    }

    private static byte[]? Resource(string name)
    {
        using var stream = typeof(ShippedVocabularies).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
