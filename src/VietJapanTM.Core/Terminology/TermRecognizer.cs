using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Changes;
using VietJapanTM.Terminology.Inflection;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology;

/// <summary>
/// Finds the terms of a glossary in running text, through inflection: one automaton a language, over normalised tokens, linear
/// in the text. An immutable snapshot of its concepts and thread-safe; a changed glossary gets a new one. DESIGN.md beside this
/// file tells how and why.
/// </summary>
public sealed class TermRecognizer
{
    private static readonly HashSet<Concept> NoConcepts = new(ReferenceEqualityComparer.Instance);
    private readonly GlossaryIndex _main;
    private readonly GlossaryIndex? _amended;
    private readonly HashSet<Concept> _replaced;
    private readonly AmendedGlossary _glossary;
    private readonly Lazy<ImmutableArray<Concept>> _concepts;
    private readonly Likelihood _likelihood;

    /// <summary>Builds the snapshot. Of two concepts with one id both are recognised; <see cref="Find"/> knows the first.</summary>
    /// <param name="concepts">The glossary.</param>
    public TermRecognizer(IEnumerable<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        _main = new GlossaryIndex([.. concepts]);
        _replaced = NoConcepts;
        _glossary = new AmendedGlossary(_main.Concepts);
        _concepts = new Lazy<ImmutableArray<Concept>>(_main.Concepts);
        _likelihood = new Likelihood(IsRelatedToName);
        Languages = [.. _main.Sections.Keys];
    }

    private TermRecognizer(GlossaryIndex main, AmendedGlossary glossary)
    {
        _main = main;
        _glossary = glossary;
        _amended = new GlossaryIndex([.. glossary.Amended]);
        _replaced = glossary.AmendedIds.Select(main.Find).OfType<Concept>().ToHashSet<Concept>(ReferenceEqualityComparer.Instance);
        _concepts = new Lazy<ImmutableArray<Concept>>(glossary.ToArray);
        _likelihood = new Likelihood(IsRelatedToName);
        var gone = _replaced.SelectMany(concept => concept.Languages).CountBy(section => section.Language.Primary, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Languages = [.. main.Sections.Where(s => s.Value > gone.GetValueOrDefault(s.Key)).Select(s => s.Key).Union(_amended.Sections.Keys, StringComparer.Ordinal)];
    }

    /// <summary>A recogniser that knows no term.</summary>
    public static TermRecognizer Empty { get; } = new([]);

    /// <summary>The glossary that it was made from, in that order.</summary>
    public ImmutableArray<Concept> Concepts => _concepts.Value;

    /// <summary>How many concepts it knows by amendment; the more, the more an amendment costs.</summary>
    public int Amendments => _glossary.Amendments;

    /// <summary>The primary language subtags in which the glossary has terms, in no order.</summary>
    public IReadOnlyCollection<string> Languages { get; }

    /// <summary>
    /// The recogniser of the glossary after some changes. It answers as one that is built anew, and costs only what was amended since the
    /// whole was built.
    /// </summary>
    /// <param name="amendments">Ids and what became of the concepts: null where one is no more. Of two with one id the later counts.</param>
    /// <exception cref="InvalidOperationException">The glossary does not stand in ascending order of its ids, as a store lists it.</exception>
    public TermRecognizer With(IEnumerable<KeyValuePair<string, Concept?>> amendments)
    {
        ArgumentNullException.ThrowIfNull(amendments);
        return new TermRecognizer(_main, _glossary.With(amendments));
    }

    /// <summary>The concept of that id, or null.</summary>
    public Concept? Find(string conceptId) => _glossary.TryFindAmended(conceptId, out var concept) ? concept : _main.Find(conceptId);

    /// <summary>
    /// The terms in <paramref name="text"/>, ordered by start and, at one start, from the longest to the shortest. A language
    /// finds the terms of all its regions (<c>es</c> and <c>es-MX</c> find one another), never those of another script.
    /// Time is linear in the text, plus the number of occurrences where they may overlap.
    /// </summary>
    /// <param name="text">Any text; lone surrogates count as punctuation.</param>
    /// <param name="language">Its language; without terms in the glossary the answer is empty.</param>
    /// <param name="options">What to report, or null for <see cref="RecognitionOptions.Default"/>.</param>
    public ImmutableArray<TermOccurrence> Recognize(string text, LanguageTag language, RecognitionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _main.IndexOf(language) is null && _amended?.IndexOf(language) is null
            ? []
            : Scan(text, language).Recognize(options ?? RecognitionOptions.Default);
    }

    /// <summary>Cuts a text and runs the automata over it, for more than one recognition.</summary>
    internal ScannedText Scan(string text, LanguageTag language)
    {
        var (main, amended) = (_main.IndexOf(language), _amended?.IndexOf(language));
        var cut = new TermText(text, LanguageRules.For(language));
        return new ScannedText(
            cut,
            main is null ? null : new TermScan(main, _replaced, cut, language),
            amended is null ? null : new TermScan(amended, NoConcepts, cut, language),
            _likelihood);
    }

    /// <summary>The work that a recognition takes, for tests of its bounds.</summary>
    internal RecognitionWork Measure(string text, LanguageTag language, RecognitionOptions options)
    {
        var scanned = Scan(text, language);
        scanned.Recognize(options);
        return scanned.Work;
    }

    private bool IsRelatedToName(Concept concept) =>
        concept.Related.Any(id => Find(id) is { } other && Relations.HasName(other))
        || _main.RelatedTo(concept.Id).Any(other => !_replaced.Contains(other) && Relations.HasName(other))
        || (_amended is not null && _amended.RelatedTo(concept.Id).Any(Relations.HasName));
}
