using System.Globalization;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Reads one term section: <c>termSec</c>, or <c>tig</c> and <c>ntig</c> of v2. Used once.</summary>
internal sealed class TbxTermReader(TbxFindings findings, TbxIdentifiers identifiers, string conceptId)
{
    private readonly TbxEntryReader _entry = new(findings);
    private readonly List<string> _related = [];
    private readonly List<string> _forms = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private bool _isName;
    private Term _term = new() { Text = "" };

    /// <summary>The term, or null where the section has none.</summary>
    public Term? Read(MarkupElement section)
    {
        var items = TbxItem.Of(section, findings.Drop).ToList();
        var head = items.Find(item => item.Category == "term");
        if (head.Element is null || head.TextOrNull is not { } text)
        {
            findings.Error("TBX006", section, "The term section holds no term; it is rejected. Write the term or remove the section.");
            return null;
        }

        foreach (var markup in head.Element.Elements)
        {
            findings.Drop(markup);
        }

        _term = new Term { Text = text, Id = identifiers.Term(section, head.Element) };
        foreach (var item in items)
        {
            if (item.Category != "term")
            {
                Take(item);
            }
        }

        ReportAbsent(section);
        return _term with
        {
            PartOfSpeech = _isName ? PartOfSpeech.ProperNoun : _term.PartOfSpeech,
            Forms = [.. _forms],
            Approval = _entry.Approval,
            Related = [.. _related],
            ExternalReferences = [.. _entry.References],
            Transactions = [.. _entry.Transactions],
            Note = _notes.Count == 0 ? null : string.Join('\n', _notes),
        };
    }

    /// <summary>A status that is not there may have meant 'forbidden'; the rest is said of files that follow this project's rules.</summary>
    private void ReportAbsent(MarkupElement section)
    {
        if (!_seen.Overlaps(["administrativeStatus", "normativeAuthorization", "usageStatus"]))
        {
            findings.Absent("administrativeStatus", section, $"The term '{_term.Text}' has no administrativeStatus; it is read as admitted, that is, allowed. Write one of {Picklists.Status.Words}.");
        }

        if (findings.IsForeign)
        {
            return;
        }

        if (!_seen.Contains("partOfSpeech"))
        {
            findings.Warn("TBX017", section, $"The term '{_term.Text}' has no partOfSpeech; it is read as a noun. Write one of {Picklists.PartOfSpeech.Words}.");
        }

        if (!_seen.Contains("termType"))
        {
            findings.Warn("TBX017", section, $"The term '{_term.Text}' has no termType; it is read as a full form. Write one of {Picklists.TermType.Words}.");
        }
    }

    private void Take(TbxItem item)
    {
        switch (item.Category)
        {
            case "note":
                AddUnlessEmpty(_notes, item);
                return;
            case "vjtm:form":
                AddUnlessEmpty(_forms, item);
                return;
            case "crossReference" when item.Element.Attribute("target") is { Length: > 0 } target:
                _related.Add(identifiers.Reference(target, TbxReferenceKind.Any, item.Element));
                return;
            case "vjtm:crossReference" when item.Element.Attribute("concept") is { Length: > 0 } concept:
                _related.Add(identifiers.Outside(concept, conceptId, item.Element));
                return;
            case "vjtm:approval" or "processStatus" when !_seen.Add(item.Category):
                break;
            default:
                if (_entry.Take(item))
                {
                    return;
                }

                break;
        }

        if (!_seen.Add(item.Category))
        {
            findings.Warn("TBX012", item.Element, $"'{item.Category}' stands twice in one term; the first is kept.");
            return;
        }

        if (!TakeGrammar(item) && !TakeUsage(item))
        {
            _seen.Remove(item.Category);
            findings.Drop(item.Element);
        }
    }

    private bool TakeGrammar(TbxItem item)
    {
        switch (item.Category)
        {
            case "partOfSpeech":
                _term = _term with { PartOfSpeech = Value(item, Picklists.PartOfSpeech, _term.PartOfSpeech) };
                return true;
            case "termType":
                _term = _term with { Type = Value(item, Picklists.TermType, _term.Type) };
                return true;
            case "grammaticalGender":
                _term = _term with { Gender = Value(item, Picklists.Gender, _term.Gender) };
                return true;
            case "grammaticalNumber" or "vjtm:grammaticalNumber":
                _term = _term with { Number = Value(item, Picklists.Number, _term.Number) };
                return true;
            case "vjtm:properNoun":
                _isName = true;
                return true;
            case "vjtm:caseSensitive":
                _term = _term with { CaseRule = CaseRule.Sensitive };
                return true;
            case "vjtm:needsNeighbour":
                _term = _term with { NeedsNeighbour = true };
                return true;
            case "vjtm:fullForm":
                _term = _term with { FullForm = FullForm(item) };
                return true;
            default:
                return false;
        }
    }

    private bool TakeUsage(TbxItem item)
    {
        switch (item.Category)
        {
            case "administrativeStatus" or "normativeAuthorization" or "usageStatus":
                _term = _term with { Status = Value(item, Picklists.Status, _term.Status) };
                return true;
            case "geographicalUsage":
                _term = _term with { GeographicalUsage = item.TextOrNull };
                return true;
            case "customerSubset":
                _term = _term with { Customer = item.TextOrNull };
                return true;
            case "projectSubset":
                _term = _term with { Project = item.TextOrNull };
                return true;
            case "termLocation":
                _term = _term with { Location = item.TextOrNull };
                return true;
            case "source":
                _term = _term with { Source = item.TextOrNull };
                return true;
            case "context":
                _term = _term with { Context = item.TextOrNull, ContextSource = item.SourceText };
                return true;
            case "vjtm:reliability":
                _term = _term with { Reliability = Reliability(item) };
                return true;
            default:
                return false;
        }
    }

    private string? FullForm(TbxItem item)
    {
        if (item.Element.Attribute("target") is { Length: > 0 } target)
        {
            return identifiers.Reference(target, TbxReferenceKind.Term, item.Element);
        }

        findings.Invalid("TBX009", item.Element, "The link to the full form has no target; write target=\"…\" with the identifier of its termSec.");
        return null;
    }

    private int? Reliability(TbxItem item)
    {
        if (int.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 10)
        {
            return value;
        }

        findings.Invalid("TBX008", item.Element, $"'{item.Text}' is not a reliability; write a whole number from 1 to 10.");
        return null;
    }

    private T Value<T>(TbxItem item, Picklist<T> list, T fallback)
        where T : struct, Enum
    {
        if (list.TryFind(item.Text, out var value))
        {
            return value;
        }

        var isForeign = list.TryFindForeign(item.Text, out var foreign);
        fallback = isForeign ? foreign : fallback;
        var readAs = list.Word(fallback) is { } word ? $"it is read as {word}" : "it is left out";
        var message = $"'{item.Text}' is not a value of {list.Category}; {readAs}. Write one of {list.Words}.";
        if (typeof(T) == typeof(AdministrativeStatus) && !isForeign)
        {
            // In any dialect: a status that nobody understands may have meant 'forbidden'.
            findings.Error("TBX008", item.Element, message);
        }
        else
        {
            findings.Invalid("TBX008", item.Element, message);
        }

        return fallback;
    }

    private static void AddUnlessEmpty(List<string> list, TbxItem item)
    {
        if (item.TextOrNull is { } text)
        {
            list.Add(text);
        }
    }
}
