using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending.LostSpaces;
using VietJapanTM.Text.Mending.Repairs;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending;

/// <summary>
/// Mends texts that were damaged on their way, as text copied from pages and PDFs is: lost spaces, words split at line ends, characters
/// read in the wrong encoding. Clean text stays as it is, and every change is reported. Stateless and thread-safe; linear in the length of the text.
/// </summary>
public static class Mender
{
    private const int MostReadings = 3;

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
        var edited = new EditedText(text);

        // Characters first, then words, then spaces: each pass reads what the one before has mended.
        Mojibake(edited, options);
        Apply(edited, options, MendKind.Decomposed, DecompositionRule.Find);
        Apply(edited, options, MendKind.HyphenatedWord, t => new HyphenRule(restorer.Model, restorer.Rules).Find(t));
        Apply(edited, options, MendKind.NoBreakSpace, WhiteSpaceRule.FindNoBreak);
        Apply(edited, options, MendKind.DoubledSpace, WhiteSpaceRule.FindDoubled);
        Apply(edited, options, MendKind.LostSpaces, t => LostSpaces(restorer, t, options));

        var codePoints = new CodePointCounter(text);
        return new MendResult(
            edited.Text, [.. edited.Edits.Select(e => new MendEdit(codePoints.Span(e.Start, e.End), e.Inserted, e.Kind, e.Confidence))]);
    }

    private static void Apply(EditedText edited, MendingOptions options, MendKind kinds, Func<string, List<Replacement>> find)
    {
        if ((options.Kinds & kinds) != MendKind.None)
        {
            var edits = find(edited.Text);
            edits.RemoveAll(e => e.Confidence < options.MinimumConfidence);
            edited.Apply(edits);
        }
    }

    // Text that went through the wrong reading more than once is read back as often.
    private static void Mojibake(EditedText edited, MendingOptions options)
    {
        for (var round = 0; round < MostReadings; round++)
        {
            var before = edited.Text;
            Apply(edited, options, MendKind.Mojibake, MojibakeRule.Find);
            if (ReferenceEquals(before, edited.Text))
            {
                break;
            }
        }
    }

    private static List<Replacement> LostSpaces(SpaceRestorer restorer, string text, MendingOptions options)
    {
        var (candidates, tokens) = restorer.Propose(text);
        var adapted = options.AdaptToDocument && Adaptation.Applies(text, candidates, tokens);
        candidates.RemoveAll(c => !Adaptation.Accepts(c, adapted) || !options.Kinds.HasFlag(c.Kind));
        candidates.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Gain.CompareTo(a.Gain));

        var edits = new List<Replacement>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (edits.Count == 0 || edits[^1].Start < candidate.Offset)
            {
                edits.Add(new Replacement(candidate.Offset, candidate.Offset, " ", candidate.Kind, Calibration.Confidence(candidate, adapted)));
            }
        }

        return edits;
    }
}
