using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Documents;

/// <summary>VJT005: a source that recurs and is translated in different ways.</summary>
internal sealed class InconsistentTranslation : IDocumentCheck
{
    private const int LeastTokens = 4;

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
        var bySource = new Dictionary<(string Languages, string Source), List<int>>();
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i].Segment;
            if (segments[i].IsPair && segments[i].HasTarget && segments[i].IsOn(Rule))
            {
                var key = ($"{segment.SourceLanguage}>{segment.TargetLanguage}", Folded(segment.Source!));
                if (!bySource.TryGetValue(key, out var same))
                {
                    bySource[key] = same = [];
                }

                same.Add(i);
            }
        }

        return bySource.Values.Where(same => same.Count > 1).SelectMany(same => Compare(segments, same));
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
            var usual = segments[translations[0].First()].Segment.Target.Trim();
            var message = $"The same source is translated as \"{usual}\" elsewhere. Translate it in one way.";
            if (segments[i].At(TextSide.Target, tokens[0].Start, tokens[^1].End, Rule, message) is { } finding)
            {
                yield return (i, finding);
            }
        }
    }

    private static string Folded(string text)
    {
        var folded = TextFolding.FoldCase(TextFolding.FoldWidth(TextFolding.Compose(text)));
        var words = string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Trim([.. ".!?:;,。、…「」『』“”\"'‘’«»() "]);
    }
}
