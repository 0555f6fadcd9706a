using System.Collections.Immutable;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Concordances;

/// <summary>
/// What rows must have, in tokens, for their texts to hold the words of a query; rows that have it are still compared as texts. Immutable.
/// </summary>
internal sealed class TokenPlan
{
    /// <summary>Reads a query as <see cref="WordPattern"/> does.</summary>
    public TokenPlan(WordCutter cutter, string text, bool isPhrase)
    {
        var tokens = cutter.Tokens(text);
        var slots = ImmutableArray.CreateBuilder<TokenSlot>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i].Token;
            var likeness = cutter.ByCharacters
                ? token.Kind == TokenKind.Ideograph ? TokenLikeness.Same : TokenLikeness.Holds
                : WordPattern.IsAsterisk(text, token.End) ? TokenLikeness.BeginsWith : TokenLikeness.Same;
            var isNext = cutter.ByCharacters && i > 0 && tokens[i - 1].Token.End == token.Start;
            slots.Add(new TokenSlot(tokens[i].Form, likeness, Follows: i > 0 && (isPhrase || isNext)));
            CanCheckRows &= !cutter.ByCharacters || !slots[i].Follows || ArePartedAlways(tokens[i - 1].Token.Kind, token.Kind, isNext);
        }

        Slots = slots.MoveToImmutable();
    }

    /// <summary>A token for each word or number of the query, in order.</summary>
    public ImmutableArray<TokenSlot> Slots { get; }

    /// <summary>
    /// False where tokens of the query may be one token of a text, so that a row's tokens cannot be held against the query's one by one.
    /// </summary>
    public bool CanCheckRows { get; } = true;

    /// <summary>
    /// Characters that stand together are cut by what they are, an ideograph always; but digits before a letter are a number of their own
    /// only where no letter stands before them.
    /// </summary>
    private static bool ArePartedAlways(TokenKind left, TokenKind right, bool isNext) =>
        left == TokenKind.Ideograph || right == TokenKind.Ideograph || (isNext && left != TokenKind.Number);
}

/// <summary>How a token of the query is found among a chunk's.</summary>
internal enum TokenLikeness
{
    /// <summary>The same but for what is folded.</summary>
    Same,

    /// <summary>It begins so.</summary>
    BeginsWith,

    /// <summary>It has this in it.</summary>
    Holds,
}

/// <summary>A token that a row must have.</summary>
/// <param name="Form">The query's.</param>
/// <param name="Likeness">How it is compared.</param>
/// <param name="Follows">True where it must be the next word or number after the one before.</param>
internal readonly record struct TokenSlot(AnalyzedForm Form, TokenLikeness Likeness, bool Follows);
