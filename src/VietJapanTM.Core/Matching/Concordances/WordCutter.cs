using System.Globalization;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Concordances;

/// <summary>
/// Cuts texts of one language into the atoms that a concordance compares: words, Vietnamese syllables and numbers; in Japanese and Chinese
/// their characters, since white space does not part words there. Thread-safe.
/// </summary>
internal sealed class WordCutter(FormCache forms, LanguageTag language)
{
    /// <summary>True where atoms are characters.</summary>
    public bool ByCharacters { get; } = language.Primary is "ja" or "zh";

    /// <summary>What tokens are compared by.</summary>
    public FormCache Forms => forms;

    /// <summary>The tokens of a text that are words or numbers.</summary>
    public List<KeyedToken> Tokens(string text)
    {
        var cut = new List<Token>();
        forms.Analyzer.Cut(text, cut);
        var tokens = new List<KeyedToken>(cut.Count);
        foreach (var token in cut)
        {
            var form = forms.Find(token.Of(text), token.Kind);
            if (form.Kind is EditKind.Word or EditKind.Number)
            {
                tokens.Add(new KeyedToken(token, form));
            }
        }

        return tokens;
    }

    /// <summary>The atoms of a text.</summary>
    public List<Atom> Atoms(string text)
    {
        var atoms = new List<Atom>();
        var end = -1;
        foreach (var (token, form) in Tokens(text))
        {
            if (!ByCharacters)
            {
                atoms.Add(new Atom(token.Start, token.End, form.Form.Fold, IsJoined: false));
                continue;
            }

            for (var at = token.Start; at < token.End;)
            {
                var next = Math.Min(token.End, at + StringInfo.GetNextTextElementLength(text.AsSpan(at)));
                var fold = forms.Find(text.AsSpan(at..next), token.Kind).Form.Fold;
                if (fold.Length > 0)
                {
                    atoms.Add(new Atom(at, next, fold, IsJoined: at == end || at > token.Start));
                }

                (at, end) = (next, next);
            }
        }

        return atoms;
    }
}

/// <summary>A word or a number.</summary>
/// <param name="Token">Where it stands.</param>
/// <param name="Form">What it is compared by.</param>
internal readonly record struct KeyedToken(Token Token, AnalyzedForm Form);

/// <summary>The least part of a text that a concordance compares.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Fold">Its text with case, width and so on folded away.</param>
/// <param name="IsJoined">True for a character that nothing parts from the one before.</param>
internal readonly record struct Atom(int Start, int End, string Fold, bool IsJoined);
