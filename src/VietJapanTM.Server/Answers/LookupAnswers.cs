using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Adaptation;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to look-ups, for the service and for commands that open a store themselves.</summary>
internal static class LookupAnswers
{
    public static Wire.LookupResponse Lookup(TranslationWorkspace workspace, Wire.LookupRequest request, CancellationToken cancellationToken)
    {
        var glossary = workspace.Glossary;
        var query = request.ToModel(glossary.Demotion);
        ImmutableArray<InlineTag> tags = [.. request.Tags.Select((t, i) => t.ToModel(query.Text.Length, $"tags[{i}]")).OrderBy(t => t.Position)];
        var result = workspace.Lookup(query, cancellationToken);
        var response = new Wire.LookupResponse { Complete = result.Complete, Revision = result.Revision, Notices = { Notices(query, result) } };
        foreach (var match in result.Matches)
        {
            var wire = match.ToWire(query.Profile, Explain(query, match));
            wire.Dress(match, request.WithoutAdaptation ? null : Adapt(glossary, query, match), tags);
            response.Matches.Add(wire);
        }

        if (request.Fragments && result.Matches.IsEmpty)
        {
            response.Fragments.AddRange(workspace.FindFragments(query, cancellationToken).Select(f => f.ToWire()));
        }

        if (request.RecognizeTerms)
        {
            var terms = glossary.Recognizer.Recognize(query.Text, query.SourceLanguage);
            response.Terms.AddRange(terms.ToWire([query.TargetLanguage]));
        }

        return response;
    }

    /// <summary>A match of the very text needs no adaptation; nor does one without a translation.</summary>
    private static AdaptedTarget? Adapt(GlossarySnapshot glossary, LookupQuery query, LookupMatch match) =>
        match.Target is { } target && !string.Equals(query.Text, match.Source.Text, StringComparison.Ordinal)
            ? glossary.Adapter.Adapt(query.Text, query.SourceLanguage, match.Source, target)
            : null;

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

    private static IEnumerable<Wire.Notice> Notices(LookupQuery query, LookupResult result)
    {
        if (result.LacksSourceLanguage)
        {
            yield return Notice("no-units-in-source-language", query.SourceLanguage);
        }

        if (result.LacksTargetLanguage)
        {
            yield return Notice("no-units-in-target-language", query.TargetLanguage);
        }
        else if (result.Matches.Count(m => m.Target is null) is > 0 and var count)
        {
            yield return new Wire.Notice
            {
                Reason = "untranslated-matches",
                Message = $"{count} of the {result.Matches.Length} matches have no text in '{query.TargetLanguage}'. translated_only leaves such out.",
            };
        }
    }

    private static Wire.Notice Notice(string reason, LanguageTag language) =>
        new() { Reason = reason, Message = $"The memories that were searched hold no text in '{language}'." };
}
