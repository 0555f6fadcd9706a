using VietJapanTM.Cli.Glossaries;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Terms;

/// <summary>Writes recognised terms, for people and for programs.</summary>
internal static class TermOutput
{
    /// <summary><c>line:column text [status]  language: equivalent / equivalent</c>, so that an editor can jump there.</summary>
    public static string ToText(Wire.TermOccurrence occurrence, string text)
    {
        var before = text.AsSpan(0, occurrence.Span.StartUtf16);
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return $"{line}:{column}  {Describe(occurrence)}";
    }

    /// <summary>The term and its equivalents, without its place; a homograph has its meanings one after another.</summary>
    public static string Describe(Wire.TermOccurrence occurrence) =>
        $"{OneLine.Of(occurrence.Text)}  {string.Join("  |  ", occurrence.Entries.Select(Describe))}".TrimEnd();

    /// <summary>A value that becomes a JSON object.</summary>
    public static object ToValue(Wire.TermOccurrence occurrence) => new
    {
        text = occurrence.Text,
        startUtf16 = occurrence.Span.StartUtf16,
        endUtf16 = occurrence.Span.EndUtf16,
        start = occurrence.Span.Start,
        end = occurrence.Span.End,
        entries = occurrence.Entries.Select(entry => new
        {
            entry.Concept,
            term = entry.Term.Text,
            status = StatusOf(entry.Term),
            unlikely = entry.Unlikely,
            definition = entry.Definition.Length == 0 ? null : entry.Definition,
            equivalents = entry.Equivalents.Select(section => new
            {
                language = section.LanguageCode,
                terms = section.Terms.Select(t => new { t.Text, status = StatusOf(t) }),
            }),
        }),
    };

    /// <summary>The equivalents, or the concept where none is asked for or known.</summary>
    private static string Describe(Wire.TermEntry entry)
    {
        var equivalents = entry.Equivalents
            .Select(section => (section.LanguageCode, Terms: string.Join(" / ", section.Terms.Where(IsApproved).Select(t => t.Text))))
            .Where(section => section.Terms.Length > 0)
            .Select(section => $"{section.LanguageCode}: {section.Terms}");
        return (IsApproved(entry.Term) ? "" : $"[{StatusOf(entry.Term)}] ") + (entry.Unlikely ? "[unlikely] " : "")
            + (string.Join("; ", equivalents) is { Length: > 0 } texts ? texts : ConceptChangeOutput.IdOf(entry.Concept));
    }

    private static string StatusOf(Wire.Term term) => term.Status.ToString().ToLowerInvariant();

    private static bool IsApproved(Wire.Term term) =>
        term.Status is Wire.Term.Types.AdministrativeStatus.Preferred or Wire.Term.Types.AdministrativeStatus.Admitted;
}
