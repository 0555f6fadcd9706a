using System.Globalization;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Writes one term section.</summary>
internal static class TbxTermWriter
{
    /// <summary>Writes the section.</summary>
    public static void Write(CanonicalMarkup markup, Term term, HashSet<string> inFile)
    {
        if (term.Id is { } id)
        {
            markup.Open("termSec", ("id", id));
        }
        else
        {
            markup.Open("termSec");
        }

        markup.Leaf("term", term.Text);
        TbxParts.Approval(markup, term.Approval);
        WriteGrammar(markup, term);
        markup.OptionalLeaf("basic:geographicalUsage", term.GeographicalUsage);
        markup.OptionalLeaf("min:customerSubset", term.Customer);
        markup.OptionalLeaf("basic:projectSubset", term.Project);
        markup.OptionalLeaf("basic:termLocation", term.Location);
        markup.OptionalLeaf("vjtm:reliability", term.Reliability?.ToString(CultureInfo.InvariantCulture));
        markup.OptionalLeaf("basic:source", term.Source);
        TbxParts.Sourced(markup, "basic:context", term.Context, term.ContextSource);
        TbxParts.Note(markup, term.Note);
        TbxParts.Related(markup, term.Related, inFile);
        foreach (var reference in term.ExternalReferences)
        {
            // TBX-Basic has no place for the picture of a term.
            markup.Leaf(reference.IsGraphic ? "vjtm:graphic" : "min:externalCrossReference", reference.Text, ("target", reference.Target));
        }

        TbxParts.Transactions(markup, term.Transactions);
        markup.Close("termSec");
    }

    private static void WriteGrammar(CanonicalMarkup markup, Term term)
    {
        var isName = term.PartOfSpeech == PartOfSpeech.ProperNoun;
        markup.OptionalLeaf("min:partOfSpeech", Picklists.PartOfSpeech.Word(isName ? PartOfSpeech.Noun : term.PartOfSpeech));
        if (isName)
        {
            markup.Empty("vjtm:properNoun");
        }

        markup.OptionalLeaf("min:administrativeStatus", Picklists.Status.Word(term.Status));
        markup.OptionalLeaf("basic:termType", Picklists.TermType.Word(term.Type));
        markup.OptionalLeaf("basic:grammaticalGender", Picklists.Gender.Word(term.Gender));
        markup.OptionalLeaf("vjtm:grammaticalNumber", Picklists.Number.Word(term.Number));
        if (term.CaseRule == CaseRule.Sensitive)
        {
            markup.Empty("vjtm:caseSensitive");
        }

        if (term.NeedsNeighbour)
        {
            markup.Empty("vjtm:needsNeighbour");
        }

        if (term.FullForm is { } fullForm)
        {
            markup.Empty("vjtm:fullForm", ("target", fullForm));
        }

        foreach (var form in term.Forms)
        {
            markup.OptionalLeaf("vjtm:form", form);
        }
    }
}
