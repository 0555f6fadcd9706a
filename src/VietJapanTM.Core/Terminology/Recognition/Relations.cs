using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The glossary's cross-references, which count in either direction.</summary>
internal static class Relations
{
    /// <summary>True where either concept names the other.</summary>
    public static bool Join(Concept one, Concept other) => one.Related.Contains(other.Id) || other.Related.Contains(one.Id);

    /// <summary>True where a concept has a proper noun among its terms.</summary>
    public static bool HasName(Concept concept) =>
        concept.Languages.Any(s => s.Terms.Any(t => t.PartOfSpeech == PartOfSpeech.ProperNoun));
}
