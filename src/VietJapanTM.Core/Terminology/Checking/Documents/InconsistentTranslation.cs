using System.Runtime.InteropServices;
using System.Text;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Documents;

/// <summary>VJT005: a source that recurs and is translated in different ways.</summary>
internal sealed class InconsistentTranslation : IDocumentCheck
{
    private const int LeastTokens = 4;
    private static readonly char[] MarksAround = [.. ".!?:;,。、…「」『』“”\"'‘’«»() "];

    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT005",
        "Inconsistent translation",
        "The same source text, in one file or several that are checked together, has different translations. The rule points at those that "
            + "are rarer than the commonest one, or come after it. Case, white space and the marks around it do not count, nor do sources of fewer than four "
            + "words or signs, which often mean different things in different places.",
        RuleExample.Pair(LanguageTag.Spanish, "Ambas partes firmaron el acuerdo.", LanguageTag.English, "Both sides signed the agreement.")
            .And(RuleExample.Pair(LanguageTag.Spanish, "Ambas partes firmaron el acuerdo.", LanguageTag.English, "The two parties signed the deal.")),
        RuleExample.Pair(LanguageTag.Spanish, "Ambas partes firmaron el acuerdo.", LanguageTag.English, "Both sides signed the agreement.")
            .And(RuleExample.Pair(LanguageTag.Spanish, "Ambas partes firmaron el acuerdo.", LanguageTag.English, "Both sides signed the agreement.")),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public IEnumerable<(int Segment, Finding Finding)> Run(IReadOnlyList<CheckedTexts> segments)
    {
        var byKey = new Dictionary<(LanguageTag Source, LanguageTag Target, ulong Key), (int First, List<int>? Same)>(segments.Count);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i].Segment;
            if (segments[i].IsPair && segments[i].HasTarget && segments[i].IsOn(Rule))
            {
                ref var alike = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, (segment.SourceLanguage, segment.TargetLanguage, segments[i].SourceKey), out var isKnown);
                if (!isKnown)
                {
                    alike.First = i;
                    continue;
                }

                (alike.Same ??= [alike.First]).Add(i);
            }
        }

        return byKey.Values
            .Where(alike => alike.Same is not null && alike.Same.Exists(i => segments[i].Segment.Target != segments[alike.First].Segment.Target))
            .SelectMany(alike => alike.Same!.GroupBy(i => Folded(segments[i].Segment.Source!), StringComparer.Ordinal))
            .SelectMany(same => Compare(segments, [.. same]));
    }

    /// <summary>A hash of the letters and digits, by which sources that count as the same are alike, and few others.</summary>
    public static ulong KeyOf(string source)
    {
        // FNV-1a (Fowler, Noll and Vo, 1991), 64 bits.
        var hash = 0xCBF29CE484222325;
        foreach (var character in Ascii.IsValid(source) ? source : FoldedLetters(source))
        {
            if (char.IsLetterOrDigit(character))
            {
                hash = (hash ^ (char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character)) * 0x100000001B3;
            }
        }

        return hash;
    }

    private IEnumerable<(int Segment, Finding Finding)> Compare(IReadOnlyList<CheckedTexts> segments, List<int> same)
    {
        if (segments[same[0]].SourceTokens.Count(t => t.Kind != TokenKind.Punctuation) < LeastTokens)
        {
            yield break;
        }

        // The commonest stands first; of equally common ones the earliest.
        var translations = same.GroupBy(i => Folded(segments[i].Segment.Target), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.First())
            .ToList();
        foreach (var i in translations.Skip(1).SelectMany(t => t))
        {
            var tokens = segments[i].TargetTokens;
            var other = translations[0].First();
            var usual = segments[other].Segment.Target.Trim();
            var message = $"The same source is translated as \"{usual}\" elsewhere. Translate it in one way.";
            if (segments[i].At(TextSide.Target, tokens[0].Start, tokens[^1].End, Rule, message) is { } finding)
            {
                yield return (i, finding with { Other = other });
            }
        }
    }

    private static string FoldedLetters(string text) => TextFolding.FoldCase(TextFolding.FoldWidth(TextFolding.Compose(text)));

    private static string Folded(string text)
    {
        var words = string.Join(' ', FoldedLetters(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Trim(MarksAround);
    }
}
