using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>The identifiers of one file: concepts and terms share one space, as XML identifiers do. Not thread-safe.</summary>
internal sealed class TbxIdentifiers(TbxFindings findings)
{
    private readonly HashSet<string> _concepts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly List<(string Target, bool IsConcept, MarkupElement At)> _references = [];
    private int _unnamed;

    /// <summary>The identifier in the model's form: <c>12 a</c> becomes <c>c-12-a</c>.</summary>
    public static string Conform(string identifier)
    {
        var kept = string.Create(identifier.Length, identifier, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' or '.' ? text[i] : '-';
            }
        });
        return kept.Length > 0 && char.IsAsciiLetter(kept[0]) ? kept : "c-" + kept;
    }

    /// <summary>The identifier of a concept, or null where it stands twice.</summary>
    public string? Concept(MarkupElement entry)
    {
        var given = entry.Attribute("id");
        if (string.IsNullOrEmpty(given))
        {
            string made;
            do
            {
                made = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"concept-{++_unnamed}");
            }
            while (_concepts.Contains(made) || _terms.Contains(made));
            _concepts.Add(made);
            findings.Warn("TBX004", entry, $"The concept has no identifier; it is called '{made}'. Give it one of its own.");
            return made;
        }

        var id = Conform(given);
        if (id != given)
        {
            findings.Warn("TBX004", entry, $"The identifier '{given}' is not a letter followed by letters, digits, '-', '_' or '.'; it becomes '{id}'.");
        }

        if (!_terms.Contains(id) && _concepts.Add(id))
        {
            return id;
        }

        findings.Error("TBX003", entry, $"The identifier '{id}' stands twice; this concept is rejected. Give it another.");
        return null;
    }

    /// <summary>The identifier of a term, or null where it has none or stands twice.</summary>
    public string? Term(MarkupElement section, MarkupElement term)
    {
        var given = section.Attribute("id") ?? term.Attribute("id");
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }

        var id = Conform(given);
        if (!_concepts.Contains(id) && _terms.Add(id))
        {
            return id;
        }

        findings.Invalid("TBX003", section, $"The identifier '{id}' stands twice; this term loses it. Give it another.");
        return null;
    }

    /// <summary>Takes a reference, to be checked when the whole file is known, and answers its target in the model's form.</summary>
    public string Reference(string target, bool isConcept, MarkupElement at)
    {
        var id = Conform(target);
        _references.Add((id, isConcept, at));
        return id;
    }

    /// <summary>Reports the references whose target is not in the file.</summary>
    public void ReportDangling()
    {
        foreach (var (target, isConcept, at) in _references)
        {
            if (!(isConcept ? _concepts : _terms).Contains(target))
            {
                var kind = isConcept ? "concept" : "term";
                findings.Warn("TBX009", at, $"No {kind} '{target}' is in this file. Correct the reference, or use vjtm:crossReference for a concept of another file.");
            }
        }
    }
}
