using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology;

/// <summary>
/// Finds the terms of a glossary in running text, through inflection: one automaton a language, over normalised tokens, linear
/// in the text. An immutable snapshot of its concepts and thread-safe; a changed glossary gets a new one. DESIGN.md beside this
/// file tells how and why.
/// </summary>
public sealed class TermRecognizer
{
    private static readonly IReadOnlySet<Concept> NoConcepts = new HashSet<Concept>();
    private readonly Dictionary<string, TermIndex> _indexes;
    private readonly Dictionary<string, Concept> _concepts;
    private readonly Lazy<Likelihood> _likelihood;

    /// <summary>Builds the snapshot. Of two concepts with one id both are recognised; <see cref="Find"/> knows the first.</summary>
    /// <param name="concepts">The glossary.</param>
    public TermRecognizer(IEnumerable<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        Concepts = [.. concepts];
        var builders = new Dictionary<string, TermIndexBuilder>(StringComparer.Ordinal);
        var byId = new Dictionary<string, Concept>(Concepts.Length, StringComparer.Ordinal);
        foreach (var concept in Concepts)
        {
            byId.TryAdd(concept.Id, concept);
            foreach (var section in concept.Languages)
            {
                if (!builders.TryGetValue(section.Language.Primary, out var builder))
                {
                    builders[section.Language.Primary] = builder = new TermIndexBuilder(section.Language);
                }

                builder.Add(concept, section);
            }
        }

        _concepts = byId;
        _likelihood = new Lazy<Likelihood>(() => new Likelihood(Relations.ToNames(Concepts, Find)));
        _indexes = builders.ToDictionary(b => b.Key, b => b.Value.Build(), StringComparer.Ordinal);
    }

    /// <summary>A recogniser that knows no term.</summary>
    public static TermRecognizer Empty { get; } = new([]);

    /// <summary>The glossary that it was made from, in that order.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>The primary language subtags in which the glossary has terms, in no order.</summary>
    public IReadOnlyCollection<string> Languages => _indexes.Keys;

    /// <summary>The concept of that id, or null.</summary>
    public Concept? Find(string conceptId) => _concepts.GetValueOrDefault(conceptId);

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
        return _indexes.ContainsKey(language.Primary)
            ? _likelihood.Value.Decide(Walk(text, language, options ?? RecognitionOptions.Default, out _), text)
            : [];
    }

    /// <summary>As <see cref="Recognize"/>, with the work that it took, for tests of its bounds.</summary>
    internal RecognitionWork Measure(string text, LanguageTag language, RecognitionOptions options)
    {
        Walk(text, language, options, out var work);
        return work;
    }

    private List<TermOccurrence> Walk(string text, LanguageTag language, RecognitionOptions options, out RecognitionWork work)
    {
        var index = _indexes[language.Primary];
        var cut = new TermText(text, index.Vocabulary.Rules);
        var scan = new TermScan(index, NoConcepts, cut, language, options);
        var occurrences = new TermWalk(cut, scan, null, options.Overlapping).Run();
        work = new RecognitionWork(scan.EdgeLookups, scan.WordsCompared);
        return occurrences;
    }
}
