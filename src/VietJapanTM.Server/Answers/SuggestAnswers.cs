using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using VietJapanTM.Terminology.Extraction;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Proposes terms from the units of a memory.</summary>
internal static class SuggestAnswers
{
    /// <summary>Most candidates of a request.</summary>
    public const int MaxCandidates = 1_000;

    /// <summary>Most units that are read; a million sentences tell no more of a term than half of them.</summary>
    public const int MaxUnits = 500_000;

    /// <summary>Answers a request.</summary>
    public static Wire.SuggestTermsResponse Suggest(TranslationWorkspace workspace, Wire.SuggestTermsRequest request, CancellationToken cancellationToken)
    {
        var memory = ResourceName.ParseMemory(request.Parent, "parent");
        var source = Languages.Parse(request.SourceLanguageCode, "source_language_code");
        var target = Languages.Parse(request.TargetLanguageCode, "target_language_code");
        var options = new ExtractionOptions
        {
            LeastCount = Within(request.MinCount, 2, int.MaxValue, "min_count"),
            Limit = Within(request.PageSize, ExtractionOptions.Default.Limit, MaxCandidates, "page_size"),
        };
        if (workspace.Store.FindMemory(Tenants.Default, memory) is null)
        {
            throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{memory}'.", "parent");
        }

        var texts = Pairs(workspace.Store, memory, source, target, cancellationToken).Take(MaxUnits).ToList();
        var known = workspace.Glossary.Select(ApprovalSet.All).Recognizer;
        return new Wire.SuggestTermsResponse
        {
            Candidates = { TermExtractor.Extract(texts, source, target, known, options).Select(ToWire) },
            UnitCount = texts.Count,
        };
    }

    private static IEnumerable<AlignedText> Pairs(
        ITranslationStore store, string memory, LanguageTag source, LanguageTag target, CancellationToken cancellationToken)
    {
        foreach (var unit in store.ReadUnits(Tenants.Default, memory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = unit.Variants.FirstOrDefault(v => source.Covers(v.Language));
            var to = unit.Variants.FirstOrDefault(v => target.Covers(v.Language));
            if (from is not null && to is not null)
            {
                yield return new AlignedText(from.Text, to.Text);
            }
        }
    }

    private static int Within(int value, int standard, int most, string field) => value switch
    {
        0 => standard,
        < 0 => throw new DomainException(ErrorCode.ArgumentInvalid, string.Create(CultureInfo.InvariantCulture, $"{field} is {value}. Send 1 or more, or 0 for the default."), field),
        _ => Math.Min(value, most),
    };

    private static Wire.TermCandidate ToWire(TermCandidate candidate) => new()
    {
        Text = candidate.Text,
        Count = candidate.Count,
        Score = candidate.Score,
        Equivalents = { candidate.Equivalents.Select(e => new Wire.TermCandidate.Types.Equivalent { Text = e.Text, Count = e.Count, Score = e.Score }) },
        Examples = { candidate.Examples.Select(e => new Wire.TermCandidate.Types.Example { SourceText = e.Source, TargetText = e.Target }) },
    };
}
