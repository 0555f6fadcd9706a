using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>The identifiers of one file: concepts and terms share one space, as XML identifiers do. Not thread-safe.</summary>
internal sealed class TbxIdentifiers(TbxFindings findings)
{
    private readonly Dictionary<string, int> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<(string Target, TbxReferenceKind Kind, MarkupElement At)> _references = [];
    private readonly List<TbxReference> _outside = [];
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
            while (_concepts.ContainsKey(made) || _terms.ContainsKey(made));
            _concepts.Add(made, entry.Line);
            findings.Invalid("TBX004", entry, $"The concept has no identifier; it is called '{made}'. Give it one of its own.");
            return made;
        }

        var id = Conform(given);
        if (id != given)
        {
            findings.Invalid("TBX004", entry, $"The identifier '{given}' is not a letter followed by letters, digits, '-', '_' or '.'; it becomes '{id}'.");
        }

        if (!_terms.ContainsKey(id) && _concepts.TryAdd(id, entry.Line))
        {
            return id;
        }

        findings.Error("TBX003", entry, $"The identifier '{id}' stands in line {LineOf(id)} already; this concept is rejected. Give it another.");
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
        if (!_concepts.ContainsKey(id) && _terms.TryAdd(id, section.Line))
        {
            return id;
        }

        findings.Invalid("TBX003", section, $"The identifier '{id}' stands in line {LineOf(id)} already; this term loses it. Give it another.");
        return null;
    }

    private int LineOf(string id) => _concepts.TryGetValue(id, out var line) ? line : _terms[id];

    /// <summary>References to concepts of other files, in the order of the file.</summary>
    public IReadOnlyList<TbxReference> OutsideReferences => _outside;

    /// <summary>Takes a reference within the file, to be checked when the whole file is known, and answers its target in the model's form.</summary>
    public string Reference(string target, TbxReferenceKind kind, MarkupElement at)
    {
        var id = Conform(target);
        _references.Add((id, kind, at));
        return id;
    }

    /// <summary>Takes a reference to a concept of another file, to be checked when all files are known, and answers its target.</summary>
    public string Outside(string target, string from, MarkupElement at)
    {
        var id = Conform(target);
        _outside.Add(new TbxReference(from, id, at.Line, at.Column));
        return id;
    }

    /// <summary>Reports the references whose target is not in the file.</summary>
    public void ReportDangling()
    {
        foreach (var (target, kind, at) in _references)
        {
            var isThere = (kind != TbxReferenceKind.Term && _concepts.ContainsKey(target)) || (kind != TbxReferenceKind.Concept && _terms.ContainsKey(target));
            if (!isThere)
            {
                var what = kind == TbxReferenceKind.Concept ? "concept" : "term";
                findings.Invalid(
                    "TBX009", at, $"No {what} '{target}' is in this file. Correct the reference, or use vjtm:crossReference for a concept of another file.");
            }
        }
    }
}
