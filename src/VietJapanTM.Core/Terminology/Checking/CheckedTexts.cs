using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking.Documents;
using VietJapanTM.Terminology.Checking.Names;
using VietJapanTM.Terminology.Recognition;
using VietJapanTM.Text;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking;

/// <summary>A source and a target with the terms in them; or a target alone. For one thread.</summary>
internal sealed class CheckedTexts
{
    // Shorter ones are too often words: who, osa.
    private const int ShortestMisspelt = 4;
    private static readonly RecognitionOptions Longest = new() { IncludeDrift = true };
    private static readonly RecognitionOptions Every = new() { IncludeDrift = true, Overlapping = true };
    private static readonly RecognitionOptions Nested = new() { Overlapping = true };
    private static readonly RecognitionOptions AnyCase = new() { IgnoreCase = true, Overlapping = true };
    private readonly TermRecognizer _recognizer;
    private readonly CheckOptions _options;
    private bool _hasForgotten;
    private ScannedText? _scannedSource;
    private ScannedText? _scannedTarget;
    private ImmutableArray<TermOccurrence>? _targetTerms;
    private HashSet<string>? _sourceConcepts;
    private HashSet<string>? _targetConcepts;
    private List<MisformedName>? _misformedNames;
    private List<TermOccurrence>? _misspelt;

    /// <summary>Recognises the terms.</summary>
    public CheckedTexts(TermRecognizer recognizer, CheckSegment segment, CheckOptions options)
    {
        _recognizer = recognizer;
        _options = options;
        Segment = segment;
        HasTarget = Articles.ContainsAnyLetterOrDigit(segment.Target);
        Source = segment.Source is null ? [] : ScannedSource.Recognize(Longest);
        Target = ScannedTarget.Recognize(Longest);
    }

    /// <summary>The texts themselves.</summary>
    public CheckSegment Segment { get; }

    /// <summary>False where a text is checked on its own.</summary>
    public bool IsPair => Segment.Source is not null;

    /// <summary>False where the target holds no letter and no digit.</summary>
    public bool HasTarget { get; }

    /// <summary>The target's language.</summary>
    public LanguageTag TargetLanguage => Segment.TargetLanguage;

    /// <summary>The longest terms in the source, drift included; none once <see cref="Forget"/> was called.</summary>
    public ImmutableArray<TermOccurrence> Source { get; private set; }

    /// <summary>
    /// Likely terms of the source of which the target must hold an equivalent. An adjective or a verb fulfils the concept of its noun and does not
    /// demand it: <em>the Japanese economy</em> may be any of <em>de Japón</em>, <em>nipona</em>, and those who met may have held talks. What stands
    /// inside such a verb (establish <em>diplomatic relations</em>) is demanded. A name in a case that it does not have (the Japanese <em>diet</em>) is likely another word.
    /// </summary>
    public IEnumerable<TermOccurrence> Demanded => Source.Where(o => o.IsLikely && !IsDerived(o) && !IsInAnotherCase(o)).Concat(InsideVerbs());

    /// <summary>The longest terms in the target, drift included; once <see cref="Forget"/> was called those alone that explain an acronym or are one.</summary>
    public ImmutableArray<TermOccurrence> Target { get; private set; }

    /// <summary>The words, numbers and marks of the source; none where there is no source.</summary>
    public List<Token> SourceTokens => _hasForgotten ? Tokenizer.Tokenize(Segment.Source) : ScannedSource.Text.Words;

    /// <summary>The words, numbers and marks of the target.</summary>
    public List<Token> TargetTokens => _hasForgotten ? Tokenizer.Tokenize(Segment.Target) : ScannedTarget.Text.Words;

    /// <summary>Ids of the concepts that the source names.</summary>
    public HashSet<string> SourceConcepts => _sourceConcepts ??= [.. Source.Where(o => o.IsLikely).Select(o => o.Concept.Id)];

    /// <summary>The approved terms anywhere in the target, inside longer terms too; none where there is no source.</summary>
    public ImmutableArray<TermOccurrence> TargetTerms => _targetTerms ??= IsPair
        ? [.. ScannedTarget.Recognize(Every).Where(o => o.IsApproved)]
        : [];

    /// <summary>The ids of their concepts.</summary>
    public HashSet<string> TargetConcepts => _targetConcepts ??= [.. TargetTerms.Select(o => o.Concept.Id)];

    /// <summary>Names of the source that the target writes in another way than the glossary.</summary>
    public IReadOnlyList<MisformedName> MisformedNames => _misformedNames ??= IsOn(CheckRules.NameForm) ? [.. MisformedName.In(this)] : [];

    /// <summary>What <see cref="InconsistentTranslation"/> compares sources by first.</summary>
    public ulong SourceKey { get; private set; }

    /// <summary>
    /// Keeps what the rules that compare segments need, and lets go of all that the others have made: a check of a hundred thousand segments
    /// holds them all until its end.
    /// </summary>
    public void Forget()
    {
        (_scannedSource, _scannedTarget, _targetTerms) = (null, null, null);
        (_sourceConcepts, _targetConcepts, _misformedNames, _misspelt) = (null, null, null, null);
        _hasForgotten = true;
        SourceKey = InconsistentTranslation.KeyOf(Segment.Source ?? "");
        Source = [];
        Target = Target.RemoveAll(o => !AcronymBeforeFullForm.Explains(o.Concept));
    }

    /// <summary>Is the rule to be run?</summary>
    public bool IsOn(CheckRule rule) => _options.SeverityOf(rule) != FindingSeverity.Off;

    /// <summary>
    /// Approved terms in a case that alone would make them likely other words (<em>asean</em>, <em>mar del este</em>), or with other accents or
    /// tones (<em>chuoi cung ung</em>): the source names their concept, and nothing else in the target does.
    /// </summary>
    public IReadOnlyList<TermOccurrence> Misspelt => _misspelt ??= FindMisspelt();

    /// <summary>True where a term of the concept shares a word with another in the target: <em>digital and green transformation</em>.</summary>
    public bool CoordinatesATermOf(Concept concept) => Coordination.IsPossible(ScannedTarget.Text) && concept.Languages
        .Where(s => s.Language.Primary == TargetLanguage.Primary)
        .Any(s => s.Terms.Any(t => t.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted
            && Coordination.Holds(ScannedTarget.Text, concept, s, t)));

    /// <summary>True where the target writes a name of the concept as another language of the glossary does, with the right accents.</summary>
    public bool HoldsNameOf(Concept concept) => NameOfAnotherLanguage.StandsIn(Segment.Target, TargetLanguage, concept);

    /// <summary>The longest name of another concept that the words of an occurrence hold: <em>Tổng Thư ký Nguyễn Phú Trọng</em>. Or null.</summary>
    public TermOccurrence? NameInside(TermOccurrence occurrence, TextSide side) => (side == TextSide.Target ? ScannedTarget : ScannedSource)
        .Recognize(Every)
        .Where(o => o.IsApproved && o.Term.PartOfSpeech == PartOfSpeech.ProperNoun && o.Concept.Id != occurrence.Concept.Id
            && o.Span != occurrence.Span && occurrence.Span.Contains(o.Span))
        .MaxBy(o => o.Text.Length);

    /// <summary>A finding at an occurrence, or null where the rule is silenced or the words are no words (<see cref="VerbatimParts"/>).</summary>
    public Finding? At(TermOccurrence occurrence, TextSide side, CheckRule rule, string message) =>
        At(side, occurrence.Span, rule, message) is { } finding
            ? finding with { Concept = occurrence.Concept, Term = occurrence.Term }
            : null;

    /// <summary>A finding at UTF-16 offsets, or null where the rule is silenced.</summary>
    public Finding? At(TextSide side, int start, int end, CheckRule rule, string message) =>
        At(side, new CodePointCounter(TextOf(side)).Span(start, end), rule, message);

    /// <summary>The approved terms of a concept in a language, the preferred one first.</summary>
    public static ImmutableArray<string> Approved(Concept concept, LanguageTag language) =>
        [.. ApprovedTerms(concept, language).Select(t => t.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>The same with their data categories.</summary>
    public static IEnumerable<Term> ApprovedTerms(Concept concept, LanguageTag language) => concept.Languages
        .Where(s => s.Language.Primary == language.Primary)
        .SelectMany(s => s.Terms)
        .Where(t => t.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted)
        .OrderByDescending(t => t.Status == AdministrativeStatus.Preferred);

    private ScannedText ScannedSource => _scannedSource ??= _recognizer.Scan(Segment.Source ?? "", Segment.SourceLanguage);

    private ScannedText ScannedTarget => _scannedTarget ??= _recognizer.Scan(Segment.Target, TargetLanguage);

    private static bool IsDerived(TermOccurrence occurrence) =>
        occurrence.Term.PartOfSpeech is PartOfSpeech.Adjective or PartOfSpeech.Verb && occurrence.Section.Terms[0].PartOfSpeech != occurrence.Term.PartOfSpeech;

    // The Japanese diet is food. What Asean means is plain.
    private static bool IsInAnotherCase(TermOccurrence occurrence) => occurrence.Match == MatchKind.Drift
        && occurrence.Term.Type is not (TermType.Acronym or TermType.Abbreviation)
        && occurrence.Text.Equals(occurrence.Term.Text, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<TermOccurrence> InsideVerbs()
    {
        var verbs = Source.Where(o => o.IsLikely && IsDerived(o) && o.Term.PartOfSpeech == PartOfSpeech.Verb).ToList();
        return verbs.Count == 0
            ? []
            : ScannedSource.Recognize(Nested)
                .Where(o => o.IsLikely && !IsDerived(o) && verbs.Exists(v => v.Span.StartUtf16 <= o.Span.StartUtf16 && o.Span.EndUtf16 <= v.Span.EndUtf16 && v.Span != o.Span));
    }

    private string TextOf(TextSide side) => side == TextSide.Target ? Segment.Target : Segment.Source ?? "";

    private Finding? At(TextSide side, TextSpan span, CheckRule rule, string message)
    {
        var severity = _options.SeverityOf(rule);
        return severity == FindingSeverity.Off || VerbatimParts.Hold(TextOf(side), span)
            ? null
            : new Finding
            {
                Rule = rule,
                Severity = severity,
                Side = side,
                Span = span,
                Text = span.Of(TextOf(side)).ToString(),
                Message = message,
            };
    }

    private List<TermOccurrence> FindMisspelt()
    {
        if (SourceConcepts.Count == 0 || SourceConcepts.IsSubsetOf(TargetConcepts))
        {
            return [];
        }

        var missing = SourceConcepts.Except(TargetConcepts, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        missing.ExceptWith(Target.Select(o => o.Concept.Id));
        missing.ExceptWith(MisformedNames.Select(n => n.Source.Concept.Id));
        missing.RemoveWhere(id => HoldsNameOf(_recognizer.Find(id)!));
        if (missing.Count == 0)
        {
            return [];
        }

        var found = ScannedTarget.Recognize(AnyCase)
            .Where(o => missing.Contains(o.Concept.Id) && o.IsApproved && o.Text.Length >= ShortestMisspelt)
            .DistinctBy(o => o.Concept.Id)
            .Select(o => o with { Match = MatchKind.Drift })
            .ToList();
        missing.ExceptWith(found.Select(o => o.Concept.Id));
        return [.. found, .. missing.Order(StringComparer.Ordinal).Select(id => OtherAccents.Find(this, _recognizer.Find(id)!)).OfType<TermOccurrence>()];
    }
}
