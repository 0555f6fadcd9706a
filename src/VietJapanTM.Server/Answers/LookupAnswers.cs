using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to look-ups, for the service and for commands that open a store themselves.</summary>
internal static class LookupAnswers
{
    private const int DefaultMatches = 5;
    private const int MaxMatches = 1_000;

    public static Wire.LookupResponse Lookup(TranslationWorkspace workspace, Wire.LookupRequest request, CancellationToken cancellationToken)
    {
        var query = ReadQuery(request);
        var revision = workspace.Revision;
        var result = workspace.Lookup(query, cancellationToken);
        var response = new Wire.LookupResponse { Complete = result.Complete, Revision = revision };
        foreach (var match in result.Matches)
        {
            response.Matches.Add(match.ToWire(query.Profile, Explain(query, match)));
        }

        if (request.RecognizeTerms)
        {
            var terms = workspace.Glossary.Recognizer.Recognize(query.Text, query.SourceLanguage);
            response.Terms.AddRange(terms.ToWire([query.TargetLanguage]));
        }

        return response;
    }

    /// <summary>Two very long texts are found and scored, but listing their edits would cost more than it says.</summary>
    private static ScoreExplanation? Explain(LookupQuery query, LookupMatch match)
    {
        try
        {
            return SegmentScorer.Explain(query.Profile, query.SourceLanguage, query.Text, match.Source.Text);
        }
        catch (DomainException e) when (e.Code == ErrorCode.TextTooLong)
        {
            return null;
        }
    }

    private static LookupQuery ReadQuery(Wire.LookupRequest request)
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
            Memories = request.Memories.Count == 0 ? null : [.. request.Memories.Select((m, i) => ResourceName.ParseMemory(m, $"memories[{i}]"))],
            Threshold = request.MinMatchRate == 0 ? LookupQuery.DefaultThreshold : request.MinMatchRate,
            MaxResults = request.MaxMatches == 0 ? DefaultMatches : request.MaxMatches,
            Profile = ReadProfile(request.Profile),
            Previous = request.HasPreviousText ? TextRules.Require(request.PreviousText, "previous_text", allowEmpty: true) : null,
            Next = request.HasNextText ? TextRules.Require(request.NextText, "next_text", allowEmpty: true) : null,
            DocumentId = request.Document.Length == 0 ? null : ResourceName.ParseDocument(request.Document, "document"),
            Key = request.Key.Length == 0 ? null : request.Key,
            Exhaustive = request.Exhaustive,
            TranslatedOnly = request.TranslatedOnly,
        };
    }

    private static MatchProfile ReadProfile(Wire.LookupRequest.Types.Profile profile) => profile switch
    {
        Wire.LookupRequest.Types.Profile.Unspecified or Wire.LookupRequest.Types.Profile.Standard => MatchProfile.Standard,
        Wire.LookupRequest.Types.Profile.Plain => MatchProfile.Plain,
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, "profile is not a value that this version knows.", "profile"),
    };
}
