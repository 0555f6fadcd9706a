using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending;

/// <summary>
/// Mends texts that lost spaces, as text copied from pages and PDFs does. Clean text stays as it is, line breaks and white space
/// stay where they are, and every change is reported. Stateless and thread-safe; linear in the length of the text.
/// </summary>
public static class Mender
{
    /// <summary>The languages that can be mended, without region.</summary>
    public static IReadOnlyList<LanguageTag> Languages => ShippedVocabularies.Languages;

    /// <summary>Mends a text.</summary>
    /// <param name="text">Any text; lone surrogates pass through.</param>
    /// <param name="language">Its language; the region does not matter.</param>
    /// <param name="options">What to mend; <see cref="MendingOptions.Default"/> where null.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.LanguageUnsupported"/>: not one of <see cref="Languages"/>.</exception>
    public static MendResult Mend(string text, LanguageTag language, MendingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= MendingOptions.Default;
        var restorer = SpaceRestorer.For(language);
        var (candidates, tokens) = restorer.Propose(text);
        var adapted = options.AdaptToDocument && Adaptation.Applies(text, candidates, tokens);
        candidates.RemoveAll(c => !Adaptation.Accepts(c, adapted) || !options.Kinds.HasFlag(c.Kind));
        candidates.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Gain.CompareTo(a.Gain));

        var edits = new List<MendEdit>(candidates.Count);
        var codePoints = new CodePointCounter(text);
        foreach (var candidate in candidates)
        {
            var confidence = Calibration.Confidence(candidate, adapted);
            if (confidence >= options.MinimumConfidence && (edits.Count == 0 || edits[^1].Offset < candidate.Offset))
            {
                edits.Add(new MendEdit(codePoints.Span(candidate.Offset, candidate.Offset), " ", candidate.Kind, confidence));
            }
        }

        return new MendResult(Apply(text, edits), edits);
    }

    private static string Apply(string text, List<MendEdit> edits)
    {
        if (edits.Count == 0)
        {
            return text;
        }

        var mended = new StringBuilder(text.Length + edits.Count);
        var at = 0;
        foreach (var edit in edits)
        {
            mended.Append(text, at, edit.Offset - at).Append(edit.Inserted);
            at = edit.Offset + edit.Length;
        }

        return mended.Append(text, at, text.Length - at).ToString();
    }
}
