namespace VietJapanTM.Terminology.Checking;

/// <summary>The case of what takes the place of words: headlines keep their capitals.</summary>
internal static class LetterCasing
{
    /// <summary>A text in capitals where the occurrence is and its term is not; else as it is.</summary>
    public static string InCapitalsOf(string text, TermOccurrence occurrence) =>
        IsCapitals(occurrence.Text) && !IsCapitals(occurrence.Term.Text) ? text.ToUpperInvariant() : text;

    /// <summary>
    /// A text in the case that the occurrence asks for: in capitals, or with a capital at its begin. Null where a headline has capitals inside that neither the
    /// term nor the text has: Official Development Aid.
    /// </summary>
    public static string? Of(string text, TermOccurrence occurrence)
    {
        var (written, term) = (occurrence.Text, occurrence.Term.Text);
        return IsCapitals(written) && !IsCapitals(term) ? text.ToUpperInvariant()
            : HasFurtherCapitals(written, term) && !Words(text).All(word => char.IsUpper(word[0])) ? null
            : char.IsUpper(written[0]) && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..]
            : text;
    }

    /// <summary>Two letters and more, none of them small.</summary>
    public static bool IsCapitals(string text) => text.Count(char.IsUpper) > 1 && !text.Any(char.IsLower);

    private static bool HasFurtherCapitals(string written, string term) =>
        Words(written).Skip(1).Count(word => char.IsUpper(word[0])) > Words(term).Skip(1).Count(word => char.IsUpper(word[0]));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
