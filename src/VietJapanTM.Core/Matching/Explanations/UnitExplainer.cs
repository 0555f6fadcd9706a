using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Matching.Explanations;

/// <summary>
/// Says of one unit why it answers a look-up or why it does not. It runs the look-up's own rules over that unit alone, without threshold and
/// filter, and then says which of these it fails. Thread-safe.
/// </summary>
public static class UnitExplainer
{
    /// <summary>Below any score after penalties.</summary>
    private const int NoThreshold = -1_000;

    /// <summary>Explains a unit.</summary>
    /// <param name="query">The look-up.</param>
    /// <param name="version">The unit as it last was at the revision that is asked for, or its first version where it came later.</param>
    /// <param name="memory">Its memory's own settings.</param>
    /// <param name="cancellationToken">Looked at between texts.</param>
    /// <exception cref="DomainException">A value of the query is out of range.</exception>
    public static UnitExplanation Explain(LookupQuery query, UnitVersion version, Memory memory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(memory);
        query.Validate();
        var unit = version.Unit;
        var reasons = ImmutableArray.CreateBuilder<MissReason>();
        if (query.AsOf < unit.Revision)
        {
            reasons.Add(new MissReason(MissKind.NotYetWritten, $"Revision {unit.Revision} wrote it, after revision {query.AsOf}.") { Revision = unit.Revision });
        }
        else if (version.EndRevision is { } end)
        {
            reasons.Add(new MissReason(MissKind.Deleted, $"Revision {end} deleted it.") { Revision = end });
        }

        if (query.Memories is { } choices && !choices.Any(c => c.MemoryId == unit.MemoryId))
        {
            reasons.Add(new MissReason(MissKind.OtherMemory, $"It is in memory '{unit.MemoryId}', which was not searched."));
        }

        return Complete(query, unit, memory, reasons, cancellationToken);
    }

    private static UnitExplanation Complete(
        LookupQuery query, TranslationUnit unit, Memory memory, ImmutableArray<MissReason>.Builder reasons, CancellationToken cancellationToken)
    {
        var pairs = Pairs(query, unit, memory, cancellationToken);
        if (pairs.IsEmpty)
        {
            reasons.Add(MissingText(query, unit));
            return new UnitExplanation(unit, reasons.ToImmutable(), null, null);
        }

        var failures = pairs.Select(p => Failures(query, p)).ToList();
        var nearest = Math.Max(0, failures.FindIndex(f => f.Count == 0));
        reasons.AddRange(failures[nearest]);
        return new UnitExplanation(unit, reasons.ToImmutable(), pairs[nearest], Edits(query, pairs[nearest]));
    }

    /// <summary>Every pair of texts that a look-up without threshold and filter would offer, best first.</summary>
    private static ImmutableArray<LookupMatch> Pairs(LookupQuery query, TranslationUnit unit, Memory memory, CancellationToken cancellationToken)
    {
        var settings = query.Memories?.FirstOrDefault(c => c.MemoryId == unit.MemoryId)?.ApplyTo(memory) ?? memory;
        var everything = query with
        {
            Threshold = NoThreshold,
            MaxResults = int.MaxValue,
            Filter = MatchFilter.None,
            Memories = null,
            TranslatedOnly = false,
            AsOf = null,
            Exhaustive = true,
        };
        var snapshot = IndexSnapshot.Of(query.Profile).With(settings) with { Revision = unit.Revision };
        return new LookupRun(everything, snapshot, new SingleUnit(unit), Tenants.Default, cancellationToken).Answer().Matches;
    }

    private static MissReason MissingText(LookupQuery query, TranslationUnit unit) =>
        unit.Variants.Any(v => LocaleRelations.Of(query.SourceLanguage, v.Language) != LocaleRelation.None)
            ? new MissReason(MissKind.NotOffered, $"Its text in '{query.SourceLanguage}' was rejected or is blank.")
            : new MissReason(
                MissKind.OtherLanguage,
                $"It has no text in '{query.SourceLanguage}', only in {string.Join(", ", unit.Variants.Select(v => v.Language.Value).Distinct(StringComparer.Ordinal))}.");

    private static List<MissReason> Failures(LookupQuery query, LookupMatch pair)
    {
        var failures = new List<MissReason>();
        if (query.TranslatedOnly && pair.Target is null)
        {
            failures.Add(new MissReason(MissKind.NotTranslated, $"It has no translation into '{query.TargetLanguage}'."));
        }

        failures.AddRange(query.Filter.Exclusions(pair.Unit, pair.Target ?? pair.Source).Select(field =>
            new MissReason(MissKind.Filtered, $"The filter on the {field.ToString().ToLowerInvariant()} keeps it out.") { Filter = field }));

        if (pair.BaseScore < query.Threshold)
        {
            failures.Add(new MissReason(MissKind.BelowThreshold, $"It scores {pair.BaseScore}, below {query.Threshold}."));
        }
        else if (pair.Score < query.Threshold)
        {
            failures.Add(new MissReason(
                MissKind.Penalised, $"It scores {pair.BaseScore}, and penalties of {pair.BaseScore - pair.Score} take it below {query.Threshold}."));
        }

        return failures;
    }

    private static ScoreExplanation? Edits(LookupQuery query, LookupMatch pair)
    {
        try
        {
            return SegmentScorer.Explain(query.Profile, query.SourceLanguage, query.Text, pair.Source.Text);
        }
        catch (DomainException e) when (e.Code == ErrorCode.TextTooLong)
        {
            return null;
        }
    }
}
