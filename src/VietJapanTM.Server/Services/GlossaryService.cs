using Grpc.Core;
using VietJapanTM.Errors;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Services;

/// <summary>vietjapantm.v1alpha1.Glossary.</summary>
internal sealed class GlossaryService(TranslationWorkspace workspace) : Wire.Glossary.GlossaryBase
{
    /// <inheritdoc/>
    public override Task<Wire.LookupTermResponse> LookupTerm(Wire.LookupTermRequest request, ServerCallContext context) =>
        Task.FromResult(GlossaryAnswers.LookupTerm(workspace.Glossary, request));

    /// <inheritdoc/>
    public override Task<Wire.RecognizeTermsResponse> RecognizeTerms(Wire.RecognizeTermsRequest request, ServerCallContext context) =>
        Task.FromResult(GlossaryAnswers.RecognizeTerms(workspace.Glossary, request));

    /// <inheritdoc/>
    public override Task<Wire.CheckResponse> Check(Wire.CheckRequest request, ServerCallContext context) =>
        Task.FromResult(GlossaryAnswers.Check(workspace.Glossary, request));

    /// <inheritdoc/>
    public override Task<Wire.Concept> GetConcept(Wire.GetConceptRequest request, ServerCallContext context)
    {
        var id = ResourceName.ParseConcept(request.Name, "name");
        var concept = workspace.Store.FindConcept(Tenants.Default, id)
            ?? throw new DomainException(ErrorCode.ConceptNotFound, $"There is no concept '{id}'.", "name");
        return Task.FromResult(concept.ToWire());
    }

    /// <inheritdoc/>
    public override Task<Wire.ListConceptsResponse> ListConcepts(Wire.ListConceptsRequest request, ServerCallContext context)
    {
        var page = Page.Parse(request.PageSize, request.PageToken);
        var (concepts, next) = page.Cut(workspace.Store.ListConcepts(Tenants.Default, page.After, page.Size + 1), c => c.Id);
        return Task.FromResult(new Wire.ListConceptsResponse { Concepts = { concepts.Select(c => c.ToWire()) }, NextPageToken = next });
    }
}
