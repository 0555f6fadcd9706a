using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching;

/// <summary>What to look up. Immutable.</summary>
public sealed record LookupQuery
{
    /// <summary>Longest text that is accepted, in UTF-16 units. The index counts shared tokens in 16 bits.</summary>
    public const int MaxQueryChars = ushort.MaxValue;

    /// <summary>Lowest threshold.</summary>
    public const int MinThreshold = 50;

    /// <summary>The threshold where none is asked for.</summary>
    public const int DefaultThreshold = 70;

    /// <summary>The text without inline tags, at most <see cref="MaxQueryChars"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The language of <see cref="Text"/>. <c>es</c> finds <c>es-*</c>; <c>es-MX</c> finds <c>es</c> and its siblings at a penalty.</summary>
    public required LanguageTag SourceLanguage { get; init; }

    /// <summary>The language wanted; found likewise.</summary>
    public required LanguageTag TargetLanguage { get; init; }

    /// <summary>The memories to search; null for all. Of two entries for one memory the first counts.</summary>
    public ImmutableArray<MemoryChoice>? Memories { get; init; }

    /// <summary>What a match must be, beside similar. Default: anything.</summary>
    public MatchFilter Filter { get; init; } = MatchFilter.None;

    /// <summary>What demotes translations with forbidden terms; null (the default) demotes none.</summary>
    public TermDemotion? Demotion { get; init; }

    /// <summary>Lowest score offered, after penalties: 50 to 100. Default 70.</summary>
    public int Threshold { get; init; } = DefaultThreshold;

    /// <summary>Most matches answered, 1 or more. Default 10. Where it cuts, <see cref="LookupResult.Complete"/> is false.</summary>
    public int MaxResults { get; init; } = 10;

    /// <summary>True to leave out units that have nothing in the target language. Default false.</summary>
    public bool TranslatedOnly { get; init; }

    /// <summary>How likeness is measured. Default <see cref="MatchProfile.Standard"/>.</summary>
    public MatchProfile Profile { get; init; } = MatchProfile.Standard;

    /// <summary>The segment before; empty at the beginning of a document, null where unknown.</summary>
    public string? Previous { get; init; }

    /// <summary>The segment after; empty at the end of a document, null where unknown.</summary>
    public string? Next { get; init; }

    /// <summary>The document that the text stands in, or null.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The client's own key of the segment, or null. An exact match of the same document and key scores 101.</summary>
    public string? Key { get; init; }

    /// <summary>The revision whose state is searched; null for the newest.</summary>
    public long? AsOf { get; init; }

    /// <summary>True to compare with every segment, one by one, without the index. Slow; for checking the index.</summary>
    public bool Exhaustive { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.ArgumentInvalid"/>, <see cref="ErrorCode.TextEmpty"/>, <see cref="ErrorCode.TextTooLong"/>,
    /// <see cref="ErrorCode.TextMalformed"/> or <see cref="ErrorCode.LanguageInvalid"/>, naming the field.
    /// </exception>
    public void Validate()
    {
        if (Threshold is < MinThreshold or > 100)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"The threshold is {Threshold}; it must be {MinThreshold} to 100.", "threshold");
        }

        if (MaxResults < 1)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"The most results are {MaxResults}; ask for 1 or more.", "max_results");
        }

        if (Memories?.FirstOrDefault(m => m.Penalty is < 0 or > 100) is { } choice)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"The penalty of memory '{choice.MemoryId}' is {choice.Penalty}; it must be 0 to 100.", "memories");
        }

        ValidateLanguage(SourceLanguage, "source_language");
        ValidateLanguage(TargetLanguage, "target_language");
        ValidateText(Text, "text");
        if (Text.Length == 0 || (!char.IsLetterOrDigit(Text[0]) && Tokenizer.Tokenize(Text).Count == 0))
        {
            throw new DomainException(ErrorCode.TextEmpty, "The text is empty. Send a segment.", "text");
        }

        ValidateText(Previous ?? "", "previous");
        ValidateText(Next ?? "", "next");
    }

    private static void ValidateLanguage(LanguageTag language, string field)
    {
        if (language.Value.Length == 0)
        {
            throw new DomainException(ErrorCode.LanguageInvalid, "A language is missing. Write a BCP 47 tag such as es.", field);
        }
    }

    private static void ValidateText(string text, string field)
    {
        if (text.Length > MaxQueryChars)
        {
            throw new DomainException(
                ErrorCode.TextTooLong,
                $"The text has {text.Length} UTF-16 units; at most {MaxQueryChars} are looked up. Segment it first.",
                field);
        }

        if (TextFolding.HasLoneSurrogate(text))
        {
            throw new DomainException(ErrorCode.TextMalformed, "The text holds a lone surrogate and is not valid Unicode. Re-encode it.", field);
        }
    }
}
