using System.Collections.Immutable;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Reads one language section: <c>langSec</c>, or <c>langSet</c> of v2.</summary>
internal sealed class TbxLanguageReader(TbxFindings findings, TbxIdentifiers identifiers)
{
    /// <summary>The section; without terms where none could be read.</summary>
    public LanguageSection Read(MarkupElement section, LanguageTag language, string conceptId)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        var notes = new List<string>();
        TbxItem? definition = null;
        foreach (var item in TbxItem.Of(section, findings.Drop))
        {
            switch (item.Category)
            {
                case "termSec" or "tig" or "ntig":
                    if (new TbxTermReader(findings, identifiers, conceptId).Read(item.Element) is { } term)
                    {
                        terms.Add(term);
                    }

                    break;
                case "note" when item.TextOrNull is { } note:
                    notes.Add(note);
                    break;
                case "note":
                    break;
                case "definition" when definition is null:
                    definition = item;
                    break;
                case "definition":
                    findings.Warn("TBX012", item.Element, "'definition' stands twice at one level; the first is kept.");
                    break;
                default:
                    findings.Drop(item.Element);
                    break;
            }
        }

        ReportCircles(terms, section);
        return new LanguageSection
        {
            Language = language,
            Definition = definition?.TextOrNull,
            DefinitionSource = definition?.SourceText,
            Note = TbxConceptReader.Lines(notes),
            Terms = terms.ToImmutable(),
        };
    }

    /// <summary>Reports terms that are one another's full form: each link must lead to a term that is written out.</summary>
    private void ReportCircles(IEnumerable<Term> terms, MarkupElement section)
    {
        var next = terms
            .Where(term => term is { Id: not null, FullForm: not null })
            .ToDictionary(term => term.Id!, term => term.FullForm!, StringComparer.Ordinal);
        var judged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in next.Keys)
        {
            var path = new HashSet<string>(StringComparer.Ordinal);
            var at = start;
            while (!judged.Contains(at) && path.Add(at) && next.TryGetValue(at, out var target))
            {
                at = target;
            }

            if (!judged.Contains(at) && next.ContainsKey(at))
            {
                findings.Invalid("TBX015", section, $"The full form of '{at}' leads back to itself. Let one of the terms be the full form, without vjtm:fullForm.");
            }

            judged.UnionWith(path);
        }
    }
}
