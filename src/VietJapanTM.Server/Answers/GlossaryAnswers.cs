using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Terminology;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to requests that need a glossary alone, for the service and for commands that open no store.</summary>
internal static class GlossaryAnswers
{
    private const int MaxTermLength = 1_000;

    public static Wire.LookupTermResponse LookupTerm(GlossarySnapshot glossary, Wire.LookupTermRequest request)
    {
        var text = TextRules.Require(request.Text, "text", MaxTermLength);
        var language = Languages.Parse(request.LanguageCode, "language_code");
        var targets = Targets(request.TargetLanguageCodes);
        var selected = Selected(glossary, request.ApprovalStates);
        var matches = selected.Lookup.LookupTerm(text, language);
        return new Wire.LookupTermResponse
        {
            Entries = { matches.Select(m => m.Concept.ToEntry(m.Section, m.Term, targets)) },
            Notices = { Notices(selected, language, targets) },
        };
    }

    public static Wire.RecognizeTermsResponse RecognizeTerms(GlossarySnapshot glossary, Wire.RecognizeTermsRequest request)
    {
        var text = TextRules.Require(request.Text, "text", TextRules.MaxTextLength);
        var language = Languages.Parse(request.LanguageCode, "language_code");
        var targets = Targets(request.TargetLanguageCodes);
        var selected = Selected(glossary, request.ApprovalStates);
        var occurrences = selected.Recognizer.Recognize(text, language, new RecognitionOptions { Overlapping = request.Overlapping });
        return new Wire.RecognizeTermsResponse
        {
            Occurrences = { occurrences.ToWire(targets) },
            Notices = { Notices(selected, language, targets) },
        };
    }

    public static Wire.CheckResponse Check(GlossarySnapshot glossary, Wire.CheckRequest request)
    {
        var findings = Selected(glossary, request.ApprovalStates).Checker.Check(CheckMapping.ToSegment(request), CheckMapping.ToOptions(request));
        return new Wire.CheckResponse { Findings = { findings.Select(f => f.ToWire()) } };
    }

    /// <summary>The glossary with the concepts of those states; none named: the approved ones.</summary>
    public static GlossarySnapshot Selected(GlossarySnapshot glossary, IReadOnlyList<Wire.Concept.Types.ApprovalState> states) =>
        glossary.Select(Approvals.Read(states, ApprovalSet.Approved));

    // An empty answer in a language without terms says nothing about the text.
    private static IEnumerable<Wire.Notice> Notices(GlossarySnapshot glossary, LanguageTag language, IReadOnlyList<LanguageTag> targets)
    {
        var known = glossary.Recognizer.Languages;
        if (!known.Contains(language.Primary))
        {
            yield return Notice("no-terms-in-language", language, known);
        }

        foreach (var target in targets.Where(t => !known.Contains(t.Primary)))
        {
            yield return Notice("no-terms-in-target-language", target, known);
        }
    }

    private static Wire.Notice Notice(string reason, LanguageTag language, IReadOnlyCollection<string> known) => new()
    {
        Reason = reason,
        Message = $"The glossary has no term in '{language}'"
            + (known.Count == 0 ? "; it is empty." : $"; its languages are {string.Join(", ", known.Order(StringComparer.Ordinal))}."),
    };

    private static IReadOnlyList<LanguageTag> Targets(IEnumerable<string> codes) =>
        [.. codes.Select((code, i) => Languages.Parse(code, $"target_language_codes[{i}]"))];
}
