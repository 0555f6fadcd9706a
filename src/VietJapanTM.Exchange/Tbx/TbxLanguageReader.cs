using System.Collections.Immutable;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Reads one language section: <c>langSec</c>, or <c>langSet</c> of v2.</summary>
internal sealed class TbxLanguageReader(TbxFindings findings, TbxIdentifiers identifiers)
{
    /// <summary>The section; without terms where none could be read.</summary>
    public LanguageSection Read(MarkupElement section, LanguageTag language)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        var notes = new List<string>();
        TbxItem? definition = null;
        foreach (var item in TbxItem.Of(section, findings.Drop))
        {
            switch (item.Category)
            {
                case "termSec" or "tig" or "ntig":
                    if (new TbxTermReader(findings, identifiers).Read(item.Element) is { } term)
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

        return new LanguageSection
        {
            Language = language,
            Definition = definition?.TextOrNull,
            DefinitionSource = definition?.SourceText,
            Note = TbxConceptReader.Lines(notes),
            Terms = terms.ToImmutable(),
        };
    }
}
