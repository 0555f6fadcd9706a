using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>A glossary file: its header and its concepts. Immutable.</summary>
public sealed record TbxFile
{
    /// <summary>What the file is called, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Licence and publisher, a paragraph a line, or null.</summary>
    public string? Licence { get; init; }

    /// <summary>Where the content comes from, a paragraph a line; TBX demands one.</summary>
    public required string SourceDescription { get; init; }

    /// <summary>The language of the header and of texts that name none.</summary>
    public required LanguageTag Language { get; init; }

    /// <summary>The concepts in the order of the file.</summary>
    public required ImmutableArray<Concept> Concepts { get; init; }

    /// <summary>The 1-based line and column at which each concept begins, in step with <see cref="Concepts"/>; empty for a file that was not read.</summary>
    public ImmutableArray<(int Line, int Column)> Places { get; init; } = [];

    /// <summary>False where the file broke off, so that further concepts may stand in it.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>References to concepts of other files, with their places; empty for a file that was not read.</summary>
    public ImmutableArray<TbxReference> OutsideReferences { get; init; } = [];
}
