using System.Text;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Analysis;

/// <summary>
/// Tells segments that were met before from new ones, by the matcher's own rule of what is identical: two texts are the same where the
/// profile <c>standard</c> scores them 100, whatever profile the memories are searched with. Not thread-safe.
/// </summary>
/// <remarks>
/// The rule is an equivalence, so one key stands for all texts that are the same: the composed tokens, each behind the class of the white
/// space before it. Linear in the text, however many segments were met.
/// </remarks>
/// <param name="language">The language of the segments.</param>
public sealed class RepetitionFinder(LanguageTag language)
{
    private readonly SegmentAnalyzer _analyzer = new(MatchProfile.Standard, language);
    private readonly List<Token> _tokens = [];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>True where a segment is the same as one that was asked for before.</summary>
    public bool IsRepetition(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !_met.Add(KeyOf(text));
    }

    private string KeyOf(string text)
    {
        _tokens.Clear();
        _analyzer.Cut(text, _tokens);
        var key = new StringBuilder(text.Length + _tokens.Count);
        for (var i = 0; i < _tokens.Count; i++)
        {
            // A control character is only ever the first of a token, so that one behind it is a gap.
            key.Append((char)_analyzer.GapBefore(text, _tokens, i)).Append(TextFolding.Compose(_tokens[i].Of(text).ToString()));
        }

        return key.ToString();
    }
}
