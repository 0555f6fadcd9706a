using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Reads one concept: <c>conceptEntry</c>, or <c>termEntry</c> of v2. Used once.</summary>
internal sealed class TbxConceptReader(TbxFindings findings, TbxIdentifiers identifiers)
{
    private readonly List<string> _notes = [];
    private readonly List<string> _related = [];
    private readonly List<ConceptExample> _examples = [];
    private readonly List<LanguageSection> _languages = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly TbxEntryReader _entry = new(findings);
    private Concept _concept = new() { Id = "", Languages = [] };

    /// <summary>The concept, or null where it is rejected.</summary>
    public Concept? Read(MarkupElement entry)
    {
        if (identifiers.Concept(entry) is not { } id)
        {
            return null;
        }

        _concept = _concept with { Id = id };
        foreach (var item in TbxItem.Of(entry, findings.Drop))
        {
            Take(item);
        }

        if (_languages.Count == 0)
        {
            findings.Error("TBX007", entry, $"The concept '{id}' holds no term; it is rejected.");
            return null;
        }

        return _concept with
        {
            Note = Lines(_notes),
            Approval = _entry.Approval,
            ExternalReferences = [.. _entry.References],
            Transactions = [.. _entry.Transactions],
            Related = [.. _related],
            Examples = [.. _examples],
            Languages = [.. _languages],
        };
    }

    private void Take(TbxItem item)
    {
        switch (item.Category)
        {
            case "langSec" or "langSet":
                TakeLanguage(item.Element);
                break;
            case "note":
                AddUnlessEmpty(_notes, item.TextOrNull);
                break;
            case "crossReference" when item.Element.Attribute("target") is { Length: > 0 } target:
                Relate(identifiers.Reference(target, TbxReferenceKind.Concept, item.Element), item.Element);
                break;
            case "vjtm:crossReference" when item.Element.Attribute("concept") is { Length: > 0 } concept:
                Relate(identifiers.Outside(concept, _concept.Id, item.Element), item.Element);
                break;
            case "vjtm:pass" or "vjtm:fail":
                TakeExample(item.Element);
                break;
            case "subjectField" when First(item):
                _concept = _concept with { SubjectField = item.Text };
                break;
            case "definition" when First(item):
                _concept = _concept with { Definition = item.TextOrNull, DefinitionSource = item.SourceText };
                break;
            case "source" when First(item):
                _concept = _concept with { Source = item.TextOrNull };
                break;
            case "subjectField" or "definition" or "source":
                break;
            default:
                if (!_entry.Take(item))
                {
                    findings.Drop(item.Element);
                }

                break;
        }
    }

    private void Relate(string id, MarkupElement at)
    {
        if (string.Equals(id, _concept.Id, StringComparison.Ordinal))
        {
            findings.Invalid("TBX015", at, $"The concept '{id}' refers to itself. Remove the reference, or name another concept.");
        }

        _related.Add(id);
    }

    private bool First(TbxItem item)
    {
        if (_seen.Add(item.Category))
        {
            return true;
        }

        findings.Warn("TBX012", item.Element, $"'{item.Category}' stands twice at one level; the first is kept.");
        return false;
    }

    private void TakeLanguage(MarkupElement section)
    {
        var code = section.XmlLang ?? section.Attribute("lang");
        if (!LanguageTag.TryParse(code, out var language))
        {
            findings.Error("TBX005", section, $"'{code}' is not a language code; the section is rejected. Write xml:lang with a BCP 47 tag such as es.");
            return;
        }

        if (!LanguageRegistry.Knows(language))
        {
            findings.Error("TBX018", section, LanguageRegistry.Doubt(language));
        }

        var read = new TbxLanguageReader(findings, identifiers).Read(section, language, _concept.Id);
        if (read.Terms.IsEmpty)
        {
            return;
        }

        var known = _languages.FindIndex(one => one.Language == language);
        if (known < 0)
        {
            _languages.Add(read);
            return;
        }

        findings.Invalid("TBX013", section, $"The language '{language}' stands twice in this concept; the terms are joined into one section.");
        _languages[known] = Joined(_languages[known], read);
    }

    private static LanguageSection Joined(LanguageSection first, LanguageSection second) => first with
    {
        Definition = first.Definition ?? second.Definition,
        DefinitionSource = first.Definition is null ? second.DefinitionSource : first.DefinitionSource,
        Note = first.Note is null ? second.Note : second.Note is null ? first.Note : first.Note + "\n" + second.Note,
        Terms = [.. first.Terms, .. second.Terms],
    };

    private void TakeExample(MarkupElement element)
    {
        if (element.Elements.ToList() is [{ Name: "source" } source, { Name: "target" } target]
            && LanguageTag.TryParse(source.XmlLang, out var sourceLanguage)
            && LanguageTag.TryParse(target.XmlLang, out var targetLanguage))
        {
            _examples.Add(new ConceptExample(
                element.Name == "pass",
                sourceLanguage,
                TbxText.Normalise(source.Text),
                targetLanguage,
                TbxText.Normalise(target.Text)));
            return;
        }

        findings.Error("TBX011", element, "An example is one vjtm:source and one vjtm:target, each with xml:lang; this one is rejected.");
    }

    /// <summary>Several notes are the lines of one.</summary>
    internal static string? Lines(List<string> notes) => notes.Count == 0 ? null : string.Join('\n', notes);

    private static void AddUnlessEmpty(List<string> list, string? text)
    {
        if (text is not null)
        {
            list.Add(text);
        }
    }
}
