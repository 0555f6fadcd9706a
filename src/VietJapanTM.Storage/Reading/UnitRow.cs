using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;
using VietJapanTM.Storage.Identity;

namespace VietJapanTM.Storage.Reading;

/// <summary>One variant beside the columns of its unit, as a query returns them. Filled by Dapper.</summary>
internal sealed class UnitRow
{
    public long Unit { get; init; }

    public long FromRevision { get; init; }

    public string Memory { get; init; } = "";

    public string? Key { get; init; }

    public string? Document { get; init; }

    public string? Attributes { get; init; }

    public string? Confidences { get; init; }

    public long Checksum { get; init; }

    public string Language { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Tags { get; init; }

    public long Status { get; init; }

    public long Origin { get; init; }

    public string Author { get; init; } = "";

    public long CreateTime { get; init; }

    public long UpdateTime { get; init; }

    public long? Position { get; init; }

    public long? PreviousHash { get; init; }

    public long? NextHash { get; init; }

    /// <summary>The unit without its variants.</summary>
    public TranslationUnit ToUnit() => new()
    {
        Id = UnitNumber.ToId(Unit),
        MemoryId = Memory,
        Key = Key,
        DocumentId = Document,
        Variants = [],
        Attributes = StoredJson.ToAttributes(Attributes),
        Confidences = StoredJson.ToConfidences(Confidences),
        Revision = FromRevision,
    };

    /// <summary>The variant.</summary>
    public Variant ToVariant() => new()
    {
        Language = StoredLanguage.Read(Language),
        Text = Text,
        Tags = StoredJson.ToTags(Tags),
        Status = (VariantStatus)Status,
        Origin = (VariantOrigin)Origin,
        Author = Author,
        CreateTime = StoredTime.Read(CreateTime),
        UpdateTime = StoredTime.Read(UpdateTime),
        Position = (int?)Position,
        Previous = PreviousHash is { } previous ? new ContextHash((ulong)previous) : null,
        Next = NextHash is { } next ? new ContextHash((ulong)next) : null,
    };
}
