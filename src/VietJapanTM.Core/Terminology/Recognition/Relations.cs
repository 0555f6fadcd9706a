using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The glossary's cross-references, which count in either direction.</summary>
internal static class Relations
{
    /// <summary>True where either concept names the other.</summary>
    public static bool Join(Concept one, Concept other) => one.Related.Contains(other.Id) || other.Related.Contains(one.Id);

    /// <summary>The concepts that are related to one with a proper noun among its terms.</summary>
    public static HashSet<Concept> ToNames(IEnumerable<Concept> concepts, Func<string, Concept?> find)
    {
        var named = new HashSet<Concept>(ReferenceEqualityComparer.Instance);
        foreach (var concept in concepts)
        {
            foreach (var other in concept.Related.Select(find).OfType<Concept>())
            {
                if (HasName(other))
                {
                    named.Add(concept);
                }

                if (HasName(concept))
                {
                    named.Add(other);
                }
            }
        }

        return named;
    }

    private static bool HasName(Concept concept) =>
        concept.Languages.Any(s => s.Terms.Any(t => t.PartOfSpeech == PartOfSpeech.ProperNoun));
}
