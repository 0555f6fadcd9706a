using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Look-ups as requests ask for them.</summary>
internal static class QueryMapping
{
    private const int DefaultMatches = 5;
    private const int MaxMatches = 1_000;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="demotion">What demotes forbidden terms, unless the request wants none of it.</param>
    /// <exception cref="DomainException">A field is out of its range; the exception names it.</exception>
    public static LookupQuery ToModel(this Wire.LookupRequest request, TermDemotion demotion)
    {
        if (request.MaxMatches is < 0 or > MaxMatches)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"max_matches is {request.MaxMatches}. Send 1 to {MaxMatches}, or 0 for {DefaultMatches}.", "max_matches");
        }

        if (request.MinMatchRate != 0 && request.MinMatchRate is < LookupQuery.MinThreshold or > 100)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"min_match_rate is {request.MinMatchRate}. Send {LookupQuery.MinThreshold} to 100, or 0 for {LookupQuery.DefaultThreshold}.",
                "min_match_rate");
        }

        return new LookupQuery
        {
            Text = TextRules.Require(request.Text, "text"),
            SourceLanguage = Languages.Parse(request.SourceLanguageCode, "source_language_code"),
            TargetLanguage = Languages.Parse(request.TargetLanguageCode, "target_language_code"),
            Memories = ReadMemories(request),
            Filter = ReadFilter(request.Filter),
            Demotion = request.IgnoreForbiddenTerms ? null : demotion,
            Threshold = request.MinMatchRate == 0 ? LookupQuery.DefaultThreshold : request.MinMatchRate,
            MaxResults = request.MaxMatches == 0 ? DefaultMatches : request.MaxMatches,
            Profile = ReadProfile(request.Profile),
            Previous = request.HasPreviousText ? TextRules.Require(request.PreviousText, "previous_text", allowEmpty: true) : null,
            Next = request.HasNextText ? TextRules.Require(request.NextText, "next_text", allowEmpty: true) : null,
            DocumentId = request.Document.Length == 0 ? null : ResourceName.ParseDocument(request.Document, "document"),
            Key = request.Key.Length == 0 ? null : request.Key,
            AsOf = request.AsOfRevision == 0 ? null : request.AsOfRevision,
            Exhaustive = request.Exhaustive,
            TranslatedOnly = request.TranslatedOnly,
        };
    }

    private static ImmutableArray<MemoryChoice>? ReadMemories(Wire.LookupRequest request)
    {
        if (request.Memories.Count > 0 && request.MemorySelections.Count > 0)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "Send memories or memory_selections, not both.", "memory_selections");
        }

        if (request.Memories.Count + request.MemorySelections.Count == 0)
        {
            return null;
        }

        return
        [
            .. request.Memories.Select((m, i) => new MemoryChoice(ResourceName.ParseMemory(m, $"memories[{i}]"))),
            .. request.MemorySelections.Select((m, i) => m.ToModel($"memory_selections[{i}]")),
        ];
    }

    private static MemoryChoice ToModel(this Wire.MemorySelection selection, string field)
    {
        if (selection.HasPenalty && selection.Penalty is < 0 or > 100)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field}.penalty is {selection.Penalty}. Send 0 to 100.", $"{field}.penalty");
        }

        return new MemoryChoice(
            ResourceName.ParseMemory(selection.Memory, $"{field}.memory"),
            selection.HasPriority ? selection.Priority : null,
            selection.HasPenalty ? selection.Penalty : null);
    }

    /// <summary>Reads a filter; one that is absent lets everything through.</summary>
    /// <exception cref="DomainException">ArgumentInvalid, naming the field.</exception>
    public static MatchFilter ReadFilter(Wire.MatchFilter? filter)
    {
        if (filter is null)
        {
            return MatchFilter.None;
        }

        var (from, before) = (UnitMapping.ReadTime(filter.ChangedFrom, "filter.changed_from"), UnitMapping.ReadTime(filter.ChangedBefore, "filter.changed_before"));
        if (from >= before)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "filter.changed_before is not after filter.changed_from.", "filter.changed_before");
        }

        return new MatchFilter
        {
            Documents = [.. filter.Documents.Select((d, i) => ResourceName.ParseDocument(d, $"filter.documents[{i}]"))],
            Statuses = [.. filter.Statuses.Select((s, i) => UnitMapping.Known<VariantStatus>((int)s - 1, $"filter.statuses[{i}]"))],
            Authors = [.. filter.Authors],
            ChangedFrom = from,
            ChangedBefore = before,
            Attributes = filter.Attributes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static MatchProfile ReadProfile(Wire.LookupRequest.Types.Profile profile) => profile switch
    {
        Wire.LookupRequest.Types.Profile.Unspecified or Wire.LookupRequest.Types.Profile.Standard => MatchProfile.Standard,
        Wire.LookupRequest.Types.Profile.Plain => MatchProfile.Plain,
        Wire.LookupRequest.Types.Profile.Desktop => MatchProfile.Desktop,
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, "profile is not a value that this version knows.", "profile"),
    };
}
