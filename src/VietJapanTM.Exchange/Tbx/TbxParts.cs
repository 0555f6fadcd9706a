using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Writes what stands at several levels of an entry.</summary>
internal static class TbxParts
{
    /// <summary>What was decided; approved is written by absence.</summary>
    public static void Approval(CanonicalMarkup markup, ApprovalState approval)
    {
        if (approval != ApprovalState.Approved)
        {
            markup.OptionalLeaf("vjtm:approval", Picklists.Approval.Word(approval));
        }
    }

    /// <summary>The target of a TBX reference is an identifier of the same file; others take this project's element.</summary>
    public static void Related(CanonicalMarkup markup, ImmutableArray<string> related, HashSet<string> inFile)
    {
        foreach (var id in related)
        {
            if (inFile.Contains(id))
            {
                markup.Leaf("basic:crossReference", id, ("target", id));
            }
            else
            {
                markup.Leaf("vjtm:crossReference", id, ("concept", id));
            }
        }
    }

    /// <summary>Who made and changed an entry.</summary>
    public static void Transactions(CanonicalMarkup markup, ImmutableArray<EntryTransaction> transactions)
    {
        foreach (var transaction in transactions)
        {
            markup.Open("transacGrp");
            markup.OptionalLeaf("basic:transactionType", Picklists.TransactionType.Word(transaction.Type));
            markup.OptionalLeaf("date", transaction.Date);
            markup.OptionalLeaf("basic:responsibility", transaction.Responsibility);
            markup.Close("transacGrp");
        }
    }

    /// <summary>A text with its source needs a group, even where the text is absent: alone the source would be another's.</summary>
    public static void Sourced(CanonicalMarkup markup, string name, string? text, string? source)
    {
        if (CanonicalMarkup.IsBlank(source))
        {
            markup.OptionalLeaf(name, text);
            return;
        }

        markup.Open("descripGrp");
        markup.Leaf(name, text ?? "");
        markup.OptionalLeaf("basic:source", source);
        markup.Close("descripGrp");
    }

    /// <summary>A note, an element a line.</summary>
    public static void Note(CanonicalMarkup markup, string? note)
    {
        foreach (var line in (note ?? "").Split('\n'))
        {
            markup.OptionalLeaf("note", line);
        }
    }
}
