using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Checking;

/// <summary>Which text of a pair a finding points into.</summary>
public enum TextSide
{
    /// <summary>The source text.</summary>
    Source,

    /// <summary>The target text, or the only one.</summary>
    Target,
}

/// <summary>Something that the check found. Immutable.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required CheckRule Rule { get; init; }

    /// <summary>Its weight under the options; never <see cref="FindingSeverity.Off"/>.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The text that <see cref="Span"/> points into.</summary>
    public required TextSide Side { get; init; }

    /// <summary>Where.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The piece of text there.</summary>
    public required string Text { get; init; }

    /// <summary>The concept that the text fails, or null where the rule needs no glossary.</summary>
    public Concept? Concept { get; init; }

    /// <summary>Further concepts that share the words, of which any would have done; empty where the words are one concept's.</summary>
    public ImmutableArray<Concept> Homographs { get; init; } = [];

    /// <summary>The term that stands at <see cref="Span"/>, or null where the rule needs no glossary.</summary>
    public Term? Term { get; init; }

    /// <summary>What is wrong and what to do, for people.</summary>
    public required string Message { get; init; }

    /// <summary>Texts that may stand at <see cref="Span"/> instead, the best first; empty where the fix is elsewhere or unknown.</summary>
    public ImmutableArray<string> Replacements { get; init; } = [];

    /// <summary>
    /// The one text that may be put at <see cref="Span"/> without a look at the sentence: nothing around it must agree with it.
    /// Empty where the span is to be deleted, null where a person must decide.
    /// </summary>
    public string? SafeFix { get; init; }

    /// <summary>Terms of which the other text should hold one, the preferred first; empty for rules that miss nothing.</summary>
    public ImmutableArray<string> Expected { get; init; } = [];

    /// <summary>The segment, of those checked together, whose translation this one differs from; null for rules that compare none.</summary>
    public int? Other { get; init; }

    /// <summary>True where the finding speaks against that concept, alone or beside its homographs.</summary>
    public bool Concerns(string conceptId) => Concept?.Id == conceptId || Homographs.Any(h => h.Id == conceptId);
}
