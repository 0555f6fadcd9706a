using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Terminology.Checking;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Requests of checks from the wire.</summary>
internal static class CheckMapping
{
    /// <summary>The segment of a request; an empty source stands for a text on its own.</summary>
    /// <param name="request">The request.</param>
    /// <param name="document">The document that it belongs to.</param>
    public static CheckSegment ToSegment(Wire.CheckRequest request, string document = "")
    {
        var source = TextRules.Require(request.SourceText, "source_text", TextRules.MaxTextLength, allowEmpty: true);
        return new CheckSegment
        {
            Source = source.Length == 0 ? null : source,
            SourceLanguage = Languages.Parse(request.SourceLanguageCode, "source_language_code"),
            Target = TextRules.Require(request.TargetText, "target_text", TextRules.MaxTextLength),
            TargetLanguage = Languages.Parse(request.TargetLanguageCode, "target_language_code"),
            Document = document,
        };
    }

    /// <summary>The weights of a request.</summary>
    public static CheckOptions ToOptions(Wire.CheckRequest request)
    {
        if (request.RuleSeverities.Count == 0)
        {
            return CheckOptions.Default;
        }

        var severities = ImmutableDictionary.CreateBuilder<string, FindingSeverity>(StringComparer.Ordinal);
        for (var i = 0; i < request.RuleSeverities.Count; i++)
        {
            var asked = request.RuleSeverities[i];
            var rule = CheckRules.Find(asked.Rule)
                ?? throw new DomainException(ErrorCode.ArgumentInvalid, $"There is no rule '{asked.Rule}'.", $"rule_severities[{i}].rule");
            severities[rule.Id] = asked.Severity switch
            {
                Wire.Finding.Types.Severity.Unspecified => FindingSeverity.Off,
                Wire.Finding.Types.Severity.Information => FindingSeverity.Information,
                Wire.Finding.Types.Severity.Warning => FindingSeverity.Warning,
                Wire.Finding.Types.Severity.Error => FindingSeverity.Error,
                _ => throw new DomainException(
                    ErrorCode.ArgumentInvalid, $"{(int)asked.Severity} is no severity.", $"rule_severities[{i}].severity"),
            };
        }

        return new CheckOptions { Severities = severities.ToImmutable() };
    }
}
