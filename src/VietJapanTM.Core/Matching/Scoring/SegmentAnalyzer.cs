using System.Runtime.InteropServices;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Scoring;

/// <summary>Cuts segments of one language into the tokens that a profile compares. Thread-safe.</summary>
internal sealed class SegmentAnalyzer(MatchProfile profile, LanguageTag language)
{
    private readonly bool _foldsAccents = language.Primary is "es" or "en";
    private readonly bool _foldsTonePlacement = language.Primary is "vi";

    public MatchProfile Profile => profile;

    /// <summary>The tokens of a segment, in order.</summary>
    public List<SegmentToken> Analyze(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        Cut(text, tokens);
        var analyzed = new List<SegmentToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var form = FormOf(tokens[i].Of(text).ToString(), tokens[i].Kind);
            analyzed.Add(new SegmentToken(tokens[i].Start, tokens[i].End, GapBefore(text, tokens, i), form));
        }

        return analyzed;
    }

    /// <summary>Appends the tokens of a segment without their forms.</summary>
    public void Cut(ReadOnlySpan<char> text, List<Token> tokens)
    {
        if (profile.IsPlain)
        {
            PlainTokenizer.Tokenize(text, tokens);
        }
        else
        {
            Tokenizer.Tokenize(text, tokens);
        }
    }

    /// <summary>The white space before token <paramref name="index"/>.</summary>
    public Gap GapBefore(ReadOnlySpan<char> text, List<Token> tokens, int index)
    {
        if (index == 0 || profile.IsPlain)
        {
            return Gap.Edge;
        }

        var gap = text[tokens[index - 1].End..tokens[index].Start];
        return gap switch
        {
            [] => Gap.None,
            [' '] => Gap.Space,
            ['\u00A0' or '\u202F'] => Gap.NoBreak,
            _ when gap.IndexOfAny("\n\r\v\f\u0085\u2028\u2029") >= 0 => Gap.Line,
            _ when gap.IndexOfAnyExcept('\u3000') < 0 => Gap.Wide,
            _ => Gap.Other,
        };
    }

    /// <summary>What a token is compared by.</summary>
    public TokenForm FormOf(string token, TokenKind tokenKind)
    {
        var text = TextFolding.Compose(token);
        if (profile.IsPlain)
        {
            var lower = TextFolding.FoldCase(text);
            return new TokenForm(tokenKind == TokenKind.Punctuation ? EditKind.Punctuation : EditKind.Word, lower, lower, []);
        }

        var kind = tokenKind switch
        {
            TokenKind.Number => EditKind.Number,
            TokenKind.Punctuation when IsInvisible(text) => EditKind.Invisible,
            TokenKind.Punctuation => EditKind.Punctuation,
            _ => EditKind.Word,
        };
        var fold = Fold(text, keep: EditKind.Word);
        var residues = new string[TokenForm.CheapKinds.Length];
        for (var i = 0; i < residues.Length; i++)
        {
            residues[i] = ReferenceEquals(fold, text) ? text : Fold(text, keep: TokenForm.CheapKinds[i]);
        }

        return new TokenForm(kind, text, fold, ImmutableCollectionsMarshal.AsImmutableArray(residues));
    }

    private static bool IsInvisible(string token)
    {
        foreach (var rune in token.EnumerateRunes())
        {
            if (!TextFolding.IsInvisible(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Folds every cheap difference away but <paramref name="keep"/>.</summary>
    private string Fold(string text, EditKind keep)
    {
        text = keep == EditKind.Invisible ? text : TextFolding.RemoveInvisible(text);
        text = keep == EditKind.Width ? text : TextFolding.FoldWidth(text);
        text = keep == EditKind.Case ? text : TextFolding.FoldCase(text);
        text = keep == EditKind.Accent || !_foldsAccents ? text : TextFolding.FoldSpanishAccents(text);
        return keep == EditKind.TonePlacement || !_foldsTonePlacement ? text : TonePlacement.Fold(text);
    }
}
