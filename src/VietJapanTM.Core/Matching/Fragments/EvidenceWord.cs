using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// A word as the shipped lexicons have it: lower case, composed, of ordinary width; of Japanese compounds the overlapping pairs of characters. A lone
/// hiragana is a particle and says nothing.
/// </summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Text">What the lexicons are asked for.</param>
internal readonly record struct EvidenceWord(int Start, int End, string Text)
{
    /// <summary>The words of a text, in order.</summary>
    public static List<EvidenceWord> Cut(string text)
    {
        var words = new List<EvidenceWord>();
        var tokens = Tokenizer.Tokenize(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Ideograph)
            {
                var isPair = i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Ideograph && tokens[i + 1].Start == token.End;
                var endsPair = i > 0 && tokens[i - 1].Kind == TokenKind.Ideograph && tokens[i - 1].End == token.Start;
                if (isPair || !endsPair)
                {
                    words.Add(Of(text, token.Start, isPair ? tokens[i + 1].End : token.End));
                }
            }
            else if (token.Kind is TokenKind.Word or TokenKind.Number && !(token.Length == 1 && text[token.Start] is >= 'ぁ' and <= 'ゟ'))
            {
                words.Add(Of(text, token.Start, token.End));
            }
        }

        return words;
    }

    private static EvidenceWord Of(string text, int start, int end) =>
        new(start, end, TextFolding.FoldWidth(TextFolding.Compose(text[start..end])).ToLowerInvariant());
}
