using VietJapanTM.Model;
using VietJapanTM.Text.Mending;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>Counts what mending would change in a text that is taken as it is.</summary>
internal static class DamagedPlaces
{
    // A book that is damaged is so from its beginning.
    private const int MostCharacters = 1 << 18;

    /// <summary>The places in the first 262,144 characters, by the default kinds; 0 in a language that cannot be mended.</summary>
    public static int Count(LanguageTag language, string text) => Mender.Languages.Any(l => l.Covers(language))
        ? Mender.Mend(text[..Math.Min(text.Length, MostCharacters)], language).Edits.Count
        : 0;
}
