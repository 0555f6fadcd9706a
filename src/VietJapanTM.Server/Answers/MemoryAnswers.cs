using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Memories and their settings.</summary>
internal static class MemoryAnswers
{
    /// <summary>A page of them.</summary>
    public static Wire.ListMemoriesResponse List(TranslationWorkspace workspace, Wire.ListMemoriesRequest request)
    {
        var page = Page.Parse(request.PageSize, request.PageToken);
        var (memories, next) = page.Cut(workspace.Store.ListMemories(Tenants.Default, page.After, page.Size + 1), m => m.Id);
        return new Wire.ListMemoriesResponse { Memories = { memories.Select(m => m.ToWire()) }, NextPageToken = next };
    }

    /// <summary>Changes settings of a memory.</summary>
    /// <exception cref="DomainException">MemoryNotFound, ArgumentInvalid, or as the store throws.</exception>
    public static async Task<Wire.Memory> UpdateAsync(TranslationWorkspace workspace, Wire.UpdateMemoryRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.ParseMemory(request.Memory?.Name ?? "", "memory.name");
        var edit = request.ToEdit(id);
        await workspace.CommitAsync(
            WriteRequests.Begin("", "Update memory", request.RequestId, nameof(Wire.TranslationMemory.TranslationMemoryBase.UpdateMemory), request) with
            {
                Operations = [new ChangeOperation.EditMemory(id, edit)],
            },
            cancellationToken).ConfigureAwait(false);
        return workspace.Store.FindMemory(Tenants.Default, id)!.ToWire();
    }

    /// <summary>Deletes a memory.</summary>
    /// <exception cref="DomainException">MemoryNotFound, MemoryNotEmpty, MemoryReadOnly, ArgumentInvalid, or as the store throws.</exception>
    public static async Task<Wire.DeleteMemoryResponse> DeleteAsync(TranslationWorkspace workspace, Wire.DeleteMemoryRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.ParseMemory(request.Name, "name");
        var reason = request.Reason.Length > 0 ? request.Reason : $"Delete memory {id}";
        var result = await workspace.CommitAsync(
            WriteRequests.Begin(request.Author, reason, request.RequestId, nameof(Wire.TranslationMemory.TranslationMemoryBase.DeleteMemory), request) with
            {
                Operations = [new ChangeOperation.DeleteMemory(id, request.Force)],
            },
            cancellationToken).ConfigureAwait(false);
        return new Wire.DeleteMemoryResponse { Revision = result.ChangeSet.Revision };
    }
}
