using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Terminology.Linting;

/// <summary>A glossary with the indexes that the lint reads.</summary>
internal sealed class LintedGlossary
{
    private readonly Dictionary<Concept, int> _places;

    /// <summary>Indexes the concepts.</summary>
    public LintedGlossary(IEnumerable<Concept> concepts)
    {
        Concepts = [.. concepts];
        Approved = [.. Concepts.Select(ApprovalSet.Approved.Of)];
        var used = Approved.OfType<Concept>().ToList();
        Recognizer = new TermRecognizer(used);
        Checker = new TermChecker(Recognizer);
        _places = new Dictionary<Concept, int>(ReferenceEqualityComparer.Instance);
        used.ForEach(concept => _places.TryAdd(concept, _places.Count));
        ById = Concepts.ToLookup(c => c.Id, StringComparer.Ordinal);
        Languages = [.. Concepts.SelectMany(c => c.Languages).Select(s => s.Language.Primary).Distinct(StringComparer.Ordinal)];
        ByTerm = (from concept in used
                  from section in concept.Languages
                  from term in section.Terms
                  select (Key: KeyOf(section.Language, term), Concept: concept, Term: term))
            .ToLookup(t => t.Key, t => (t.Concept, t.Term), StringComparer.Ordinal);
    }

    /// <summary>All concepts.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>Beside each concept what of it is approved: the part that checks use; null where none is.</summary>
    public ImmutableArray<Concept?> Approved { get; }

    /// <summary>The recogniser of its approved part.</summary>
    public TermRecognizer Recognizer { get; }

    /// <summary>The check of this glossary.</summary>
    public TermChecker Checker { get; }

    /// <summary>Concepts by id.</summary>
    public ILookup<string, Concept> ById { get; }

    /// <summary>The primary languages that the glossary uses, in order of appearance.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Approved concepts and terms by language and the very text of the term.</summary>
    public ILookup<string, (Concept Concept, Term Term)> ByTerm { get; }

    /// <summary>The key of <see cref="ByTerm"/>.</summary>
    public static string KeyOf(LanguageTag language, Term term) => language.Primary + "\n" + term.Text;

    /// <summary>True where one approved concept comes before the other, so that what concerns both is said once.</summary>
    public bool IsBefore(Concept one, Concept other) => _places[one] < _places[other];

    /// <summary>True where the term may be used.</summary>
    public static bool IsApproved(Term term) => term.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted;
}
