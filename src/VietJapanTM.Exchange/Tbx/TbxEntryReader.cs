using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>Reads what concepts and terms have in common: approval, references to the outside, who made and changed them. Used once.</summary>
internal sealed class TbxEntryReader(TbxFindings findings)
{
    /// <summary>What was decided; approved where the file says nothing.</summary>
    public ApprovalState Approval { get; private set; }

    /// <summary>Pages and pictures.</summary>
    public List<ExternalReference> References { get; } = [];

    /// <summary>Who made and changed the entry.</summary>
    public List<EntryTransaction> Transactions { get; } = [];

    /// <summary>Takes an item, or answers false for one that is something else or says nothing.</summary>
    public bool Take(TbxItem item)
    {
        switch (item.Category)
        {
            case "vjtm:approval" or "processStatus":
                TakeApproval(item);
                return true;
            case "externalCrossReference" or "xGraphic" or "vjtm:graphic" when item.Element.Attribute("target") is { Length: > 0 } target:
                References.Add(new ExternalReference(target, item.Text, item.Category != "externalCrossReference"));
                return true;
            case "transacGrp":
                return TakeTransaction(item.Element);
            default:
                return false;
        }
    }

    private void TakeApproval(TbxItem item)
    {
        if (Picklists.Approval.TryFind(item.Text, out var state)
            || (item.Category == "processStatus" && Picklists.Approval.TryFindForeign(item.Text, out state)))
        {
            Approval = state;
            return;
        }

        // Whoever set the state meant to hold the entry back or to let it go; guessing 'approved' would let it go.
        Approval = ApprovalState.Proposed;
        findings.Error(
            "TBX008", item.Element, $"'{item.Text}' is not a value of {item.Category}; it is read as proposed. Write one of {Picklists.Approval.Words}.");
    }

    private bool TakeTransaction(MarkupElement group)
    {
        TransactionType? type = null;
        string? date = null;
        string? responsibility = null;
        foreach (var element in group.Elements)
        {
            var text = TbxText.Normalise(element.Text);
            switch (CategoryOf(element))
            {
                case "transactionType" when Picklists.TransactionType.TryFind(text, out var read):
                    type = read;
                    break;
                case "date":
                    date = text.Length == 0 ? null : text;
                    break;
                case "responsibility":
                    responsibility = text.Length == 0 ? null : text;
                    break;
                default:
                    findings.Drop(element);
                    break;
            }
        }

        if (type is { } known)
        {
            Transactions.Add(new EntryTransaction(known, date, responsibility));
        }

        return type is not null;
    }

    private static string CategoryOf(MarkupElement element) =>
        element.Name == "transacNote" ? element.Attribute("type") ?? element.Name : TbxItem.CategoryOf(element);
}
