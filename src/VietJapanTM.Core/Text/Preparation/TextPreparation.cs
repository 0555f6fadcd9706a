using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Text.Preparation;

/// <summary>What happens to a text before it is aligned: mending where asked for, then segmentation. Thread-safe.</summary>
public static class TextPreparation
{
    /// <summary>Prepares a text.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="raw">The text as it came.</param>
    /// <param name="mend">What to mend first; nothing by <see cref="MendKind.None"/>. A language that has no vocabulary is left as it is.</param>
    /// <param name="rules">The segmentation rules; the shipped ones where null.</param>
    /// <exception cref="Errors.DomainException">LanguageUnsupported: there are no segmentation rules for the language.</exception>
    public static PreparedText Prepare(LanguageTag language, string raw, MendKind mend, SegmentationRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var mended = mend != MendKind.None && Mender.Languages.Any(l => l.Covers(language))
            ? Mender.Mend(raw, language, new MendingOptions { Kinds = mend })
            : new MendResult(raw, []);
        return new PreparedText(language, raw, mended.Text, mended.Edits, (rules ?? SegmentationRules.Shipped).For(language).Segment(mended.Text));
    }

    /// <summary>Takes a text that holds one segment a line already, in any language; an empty line begins a paragraph.</summary>
    public static PreparedText FromLines(LanguageTag language, string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var segments = new List<TextSegment>();
        var paragraph = 0;
        var blank = false;
        for (var start = 0; start < raw.Length;)
        {
            var end = raw.IndexOf('\n', start);
            end = end < 0 ? raw.Length : end;
            var line = raw.AsSpan(start, end - start);
            if (line.IsWhiteSpace())
            {
                blank = segments.Count > 0;
            }
            else
            {
                paragraph += blank ? 1 : 0;
                blank = false;
                segments.Add(new TextSegment(start + line.Length - line.TrimStart().Length, line.Trim().Length, paragraph));
            }

            start = end + 1;
        }

        return new PreparedText(language, raw, raw, [], segments);
    }
}
