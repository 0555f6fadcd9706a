using System.Text;

namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>
/// A text that several passes change one after another, while every change stays placed in the text that came. A later change inside
/// what an earlier one put in is joined with it. Not thread-safe.
/// </summary>
internal sealed class EditedText(string original)
{
    private List<Replacement> _edits = [];

    /// <summary>The text as it stands now.</summary>
    public string Text { get; private set; } = original;

    /// <summary>The changes so far, in the original's places, in order; none overlaps another.</summary>
    public IReadOnlyList<Replacement> Edits => _edits;

    /// <summary>Applies changes of <see cref="Text"/>, which come in order and do not overlap.</summary>
    public void Apply(IReadOnlyList<Replacement> edits)
    {
        if (edits.Count == 0)
        {
            return;
        }

        _edits = Compose(edits);
        Text = Replace(Text, 0, Text.Length, edits);
    }

    private List<Replacement> Compose(IReadOnlyList<Replacement> later)
    {
        var composed = new List<Replacement>(_edits.Count + later.Count);
        var (e, l) = (0, 0);

        // How much longer the text is now than the original, before the place that is looked at.
        var growth = 0;
        while (e < _edits.Count || l < later.Count)
        {
            var takesEarlier = TakesEarlier(later, e, l, growth);
            var start = takesEarlier ? _edits[e].Start + growth : later[l].Start;
            var originalStart = start - growth;
            var end = takesEarlier ? start + _edits[e].Inserted.Length : later[l].End;
            var first = takesEarlier ? _edits[e] : later[l];
            var confidence = first.Confidence;
            var firstLater = l;
            growth += takesEarlier ? _edits[e++].Growth : 0;
            l += takesEarlier ? 0 : 1;

            // Whatever begins before the end of the group belongs to it and may move that end.
            while (true)
            {
                if (e < _edits.Count && _edits[e].Start + growth < end)
                {
                    end = Math.Max(end, _edits[e].Start + growth + _edits[e].Inserted.Length);
                    confidence = Math.Min(confidence, _edits[e].Confidence);
                    growth += _edits[e++].Growth;
                }
                else if (l < later.Count && later[l].Start < end)
                {
                    end = Math.Max(end, later[l].End);
                    confidence = Math.Min(confidence, later[l++].Confidence);
                }
                else
                {
                    break;
                }
            }

            var inserted = Replace(Text, start, end, later.Skip(firstLater).Take(l - firstLater));
            composed.Add(new Replacement(originalStart, end - growth, inserted, first.Kind, confidence));
        }

        return composed;
    }

    // At one place an insertion comes before what it stands in front of.
    private bool TakesEarlier(IReadOnlyList<Replacement> later, int e, int l, int growth)
    {
        if (e == _edits.Count || l == later.Count)
        {
            return e < _edits.Count;
        }

        var start = _edits[e].Start + growth;
        return start < later[l].Start || (start == later[l].Start && _edits[e].Inserted.Length == 0 && later[l].End > later[l].Start);
    }

    private static string Replace(string text, int start, int end, IEnumerable<Replacement> edits)
    {
        var replaced = new StringBuilder(end - start);
        var at = start;
        foreach (var edit in edits)
        {
            replaced.Append(text, at, edit.Start - at).Append(edit.Inserted);
            at = edit.End;
        }

        return replaced.Append(text, at, end - at).ToString();
    }
}
