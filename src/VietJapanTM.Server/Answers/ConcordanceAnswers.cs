using VietJapanTM.Errors;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Answers to concordances, for the service and for commands that open a store themselves.</summary>
internal static class ConcordanceAnswers
{
    private const int DefaultPageSize = 20;

    public static Wire.ConcordanceResponse Concordance(
        TranslationWorkspace workspace, Wire.ConcordanceRequest request, CancellationToken cancellationToken)
    {
        var page = RevisionPage.Parse(
            request.PageSize == 0 ? DefaultPageSize : request.PageSize, request.PageToken, request.AsOfRevision, () => workspace.Revision);
        var result = workspace.FindWords(
            new ConcordanceQuery
            {
                Text = TextRules.Require(request.Text, "text"),
                Language = Languages.Parse(request.LanguageCode, "language_code"),
                Target = request.TargetLanguageCode.Length == 0 ? null : Languages.Parse(request.TargetLanguageCode, "target_language_code"),
                IsPhrase = request.Phrase,
                Memories = request.Memories.Count == 0
                    ? null
                    : [.. request.Memories.Select((m, i) => ResourceName.ParseMemory(m, $"memories[{i}]"))],
                PageSize = page.Size,
                After = page.After is null ? null : ReadPosition(page.After),
                AsOf = page.Revision,
            },
            cancellationToken);
        return new Wire.ConcordanceResponse
        {
            Hits = { result.Hits.Select(ToWire) },
            NextPageToken = result.Next is { } next ? page.TokenAfter($"{next.MemoryId}/{next.UnitId}") : "",
            Revision = result.Revision,
        };
    }

    private static ConcordancePosition ReadPosition(string after) => after.Split('/', 2) is [var memory, var unit]
        ? new ConcordancePosition(memory, unit)
        : throw new DomainException(ErrorCode.ArgumentInvalid, "page_token must be a next_page_token that the server gave.", "page_token");

    private static Wire.ConcordanceHit ToWire(ConcordanceHit hit) => new()
    {
        Unit = ResourceName.Unit(hit.Unit.MemoryId, hit.Unit.Id),
        Key = hit.Unit.Key ?? "",
        Document = hit.Unit.DocumentId is null ? "" : ResourceName.Document(hit.Unit.DocumentId),
        Texts = { hit.Found.Select(f => new Wire.ConcordanceText { Variant = hit.Unit.Variants[f.Ordinal].ToWire(), Spans = { f.Spans.Select(s => s.ToWire()) } }) },
        Targets = { hit.Targets.Select(i => hit.Unit.Variants[i].ToWire()) },
    };
}
