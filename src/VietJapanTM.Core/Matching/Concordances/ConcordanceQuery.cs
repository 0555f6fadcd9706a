using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Concordances;

/// <summary>Words to find in stored segments. Immutable.</summary>
public sealed record ConcordanceQuery
{
    /// <summary>Longest text that is accepted, in UTF-16 units.</summary>
    public const int MaxChars = 1_000;

    /// <summary>Most hits of a page.</summary>
    public const int MaxPageSize = 1_000;

    /// <summary>
    /// The words. A word with an asterisk behind it stands for every word that begins so. Marks separate words and mean nothing else. In
    /// Japanese and Chinese whatever stands without white space or marks in between is one word, found wherever its characters stand together.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The language of the words. <c>es</c> finds <c>es-*</c>, and <c>es-MX</c> finds <c>es</c> and its siblings.</summary>
    public required LanguageTag Language { get; init; }

    /// <summary>Leaves out units without a text in this language; null (the default) leaves out none.</summary>
    public LanguageTag? Target { get; init; }

    /// <summary>True where the words must follow one another, with nothing but white space and marks in between. Default: any order.</summary>
    public bool IsPhrase { get; init; }

    /// <summary>The memories to search, by id; null for all.</summary>
    public ImmutableArray<string>? Memories { get; init; }

    /// <summary>Most hits answered, 1 to <see cref="MaxPageSize"/>. Default 20.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Where the page before ended; null for the first page.</summary>
    public ConcordancePosition? After { get; init; }

    /// <summary>The revision whose state is searched; null for the newest.</summary>
    public long? AsOf { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="DomainException">ArgumentInvalid, TextEmpty, TextTooLong, TextMalformed or LanguageInvalid, naming the field.</exception>
    public void Validate()
    {
        if (PageSize is < 1 or > MaxPageSize)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"The page size is {PageSize}; ask for 1 to {MaxPageSize}.", "page_size");
        }

        if (Language.Value.Length == 0)
        {
            throw new DomainException(ErrorCode.LanguageInvalid, "A language is missing. Write a BCP 47 tag such as es.", "language_code");
        }

        if (Text.Length > MaxChars)
        {
            throw new DomainException(
                ErrorCode.TextTooLong, $"The text has {Text.Length} UTF-16 units; a concordance takes at most {MaxChars}. Send fewer words.", "text");
        }

        if (TextFolding.HasLoneSurrogate(Text))
        {
            throw new DomainException(ErrorCode.TextMalformed, "The text holds a lone surrogate and is not valid Unicode. Re-encode it.", "text");
        }

        if (Tokenizer.Tokenize(Text).TrueForAll(t => t.Kind == TokenKind.Punctuation))
        {
            throw new DomainException(ErrorCode.TextEmpty, "The text holds no word and no number. Send one or more.", "text");
        }

        for (var i = 0; i + 1 < Text.Length; i++)
        {
            if (WordPattern.IsAsterisk(Text, i) && char.IsLetterOrDigit(Text[i + 1]) && (i == 0 || char.IsWhiteSpace(Text[i - 1])))
            {
                throw new DomainException(
                    ErrorCode.ArgumentInvalid, "An asterisk stands for the rest of a word, behind its beginning, as in estrat*. Words cannot be asked for by their ends.", "text");
            }
        }
    }
}

/// <summary>A unit in the order of a concordance: by memory, then by unit, ids compared by their UTF-8 bytes.</summary>
/// <param name="MemoryId">The memory.</param>
/// <param name="UnitId">The unit.</param>
public readonly record struct ConcordancePosition(string MemoryId, string UnitId);
