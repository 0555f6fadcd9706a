using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Po;

/// <summary>What is to be said of entries that are well formed.</summary>
internal sealed class PoValidation(string file, PoMetadata header, DiagnosticSink diagnostics)
{
    /// <summary>Reports entries that stand twice, have the wrong number of forms, have no translation, or are fuzzy.</summary>
    public void Check(IReadOnlyList<PoEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => !entry.IsHeader))
        {
            var place = entry.Source!;
            if (!seen.Add((entry.Context?.Text ?? "\0") + "\u0004" + place.Text))
            {
                Report("PO004", place, "The entry stands twice; delete one, or tell them apart by a msgctxt.");
            }

            if (entry.Translations.Count == 0)
            {
                Report("PO006", place, "The entry has no msgstr; write one, empty where there is no translation yet.");
            }
            else if (entry.Plural is not null && header.PluralForms is { } forms && entry.Translations.Count != forms)
            {
                Report("PO005", place, string.Create(CultureInfo.InvariantCulture, $"The entry has {entry.Translations.Count} plural forms, but the header says nplurals={forms}."));
            }
        }

        var fuzzy = entries.Where(entry => entry is { IsHeader: false, IsFuzzy: true }).ToList();
        if (fuzzy.Count > 0)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"{fuzzy.Count} {(fuzzy.Count == 1 ? "entry is" : "entries are")} marked fuzzy and not checked, the first here, because programs do not show them. Take the flag away where the translation is right.");
            diagnostics.Add(new Diagnostic("PO007", DiagnosticSeverity.Information, message, file, fuzzy[0].Source!.Line, fuzzy[0].Source!.Column));
        }
    }

    private void Report(string code, LocatedText place, string message) =>
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, file, place.Line, place.Column));
}
