using System.Globalization;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

/// <summary>A server, over gRPC.</summary>
internal sealed partial class ServerConnection : IMemoryConnection
{
    private readonly string _url;
    private readonly GrpcChannel _channel;
    private readonly Wire.TranslationMemory.TranslationMemoryClient _memory;
    private readonly Wire.Glossary.GlossaryClient _glossary;
    private readonly Wire.Alignment.AlignmentClient _alignment;
    private readonly Wire.Administration.AdministrationClient _administration;

    public ServerConnection(string url)
    {
        _url = url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"'{url}' is not the address of a server. Write http://localhost:5280.");
        }

        // A document comes in one message, however long it is.
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxReceiveMessageSize = null });
        _memory = new Wire.TranslationMemory.TranslationMemoryClient(_channel);
        _glossary = new Wire.Glossary.GlossaryClient(_channel);
        _alignment = new Wire.Alignment.AlignmentClient(_channel);
        _administration = new Wire.Administration.AdministrationClient(_channel);
    }

    public bool ImportsWholeOrNot => false;

    public Task<Wire.LookupResponse> LookupAsync(Wire.LookupRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.LookupAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.ConcordanceResponse> ConcordanceAsync(Wire.ConcordanceRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.ConcordanceAsync(request, cancellationToken: cancellationToken));

    public Task LookupAllAsync(IReadOnlyList<Wire.LookupRequest> requests, Action<int, Wire.LookupResponse> answered, CancellationToken cancellationToken) =>
        CallAsync(() => LookupStream.RunAsync(_memory, requests, answered, cancellationToken));

    public Task<Wire.ExplainResponse> ExplainAsync(Wire.ExplainRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.ExplainAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.RecognizeTermsResponse> RecognizeTermsAsync(Wire.RecognizeTermsRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _glossary.RecognizeTermsAsync(request, cancellationToken: cancellationToken));

    public Task<IReadOnlyList<IReadOnlyList<Wire.Finding>>> CheckAsync(
        IReadOnlyList<Wire.CheckStreamRequest> segments, Action? progress, CancellationToken cancellationToken) =>
        CallAsync(() => StreamAsync(segments, progress, cancellationToken));

    public Task<Wire.Document> AlignDocumentAsync(Wire.AlignDocumentRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _alignment.AlignDocumentAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.Document> ReviewBeadsAsync(Wire.ReviewBeadsRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _alignment.ReviewBeadsAsync(request, cancellationToken: cancellationToken));

    public async Task<Wire.Document?> FindDocumentAsync(string documentId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new Wire.GetDocumentRequest { Name = ResourceName.Document(documentId) };
            return await _alignment.GetDocumentAsync(request, cancellationToken: cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
        catch (RpcException e)
        {
            throw Failure(e);
        }
    }

    public Task<Wire.ListDocumentsResponse> ListDocumentsAsync(Wire.ListDocumentsRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _alignment.ListDocumentsAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.DeleteDocumentResponse> DeleteDocumentAsync(Wire.DeleteDocumentRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _alignment.DeleteDocumentAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.DeleteMemoryResponse> DeleteMemoryAsync(Wire.DeleteMemoryRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.DeleteMemoryAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.ListMemoriesResponse> ListMemoriesAsync(Wire.ListMemoriesRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.ListMemoriesAsync(request, cancellationToken: cancellationToken));

    public Task<Wire.Memory> UpdateMemoryAsync(Wire.UpdateMemoryRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _memory.UpdateMemoryAsync(request, cancellationToken: cancellationToken));

    /// <summary>Makes a memory where it does not exist; true where it was made.</summary>
    private async Task<bool> RequireMemoryAsync(string memoryId, CancellationToken cancellationToken)
    {
        var request = new Wire.CreateMemoryRequest { MemoryId = memoryId, Memory = new Wire.Memory { DisplayName = memoryId } };
        try
        {
            await _memory.CreateMemoryAsync(request, cancellationToken: cancellationToken);
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.AlreadyExists)
        {
            // An import adds to a memory that is there.
            return false;
        }
        catch (RpcException e)
        {
            throw Failure(e);
        }
    }

    public Task<Wire.SuggestTermsResponse> SuggestTermsAsync(Wire.SuggestTermsRequest request, CancellationToken cancellationToken) =>
        CallAsync(async () => await _glossary.SuggestTermsAsync(request, cancellationToken: cancellationToken));

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends while replies are read, so that neither side waits for the other's buffers.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Wire.Finding>>> StreamAsync(
        IReadOnlyList<Wire.CheckStreamRequest> segments, Action? progress, CancellationToken cancellationToken)
    {
        using var call = _glossary.CheckStream(cancellationToken: cancellationToken);
        var sending = SendAsync();
        var findings = segments.Select(_ => new List<Wire.Finding>()).ToList();
        while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var reply = call.ResponseStream.Current;
            findings[int.Parse(reply.SegmentId, CultureInfo.InvariantCulture)].AddRange(reply.Findings);
            if (!reply.Compared)
            {
                progress?.Invoke();
            }
        }

        await sending.ConfigureAwait(false);
        return findings;

        async Task SendAsync()
        {
            for (var i = 0; i < segments.Count; i++)
            {
                var numbered = segments[i].Clone();
                numbered.SegmentId = i.ToString(CultureInfo.InvariantCulture);
                await call.RequestStream.WriteAsync(numbered, cancellationToken).ConfigureAwait(false);
            }

            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw Failure(e);
        }
    }

    private async Task CallAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw Failure(e);
        }
    }

    private Exception Failure(RpcException e) => e.StatusCode switch
    {
        StatusCode.Cancelled => new OperationCanceledException(e.Message, e),
        StatusCode.Unavailable when e.GetBaseException() is SocketException => new DomainException(
            ErrorCode.StoreBusy, $"No server answers at {_url}. Start it with 'vjtm serve', or name its address with --server.", innerException: e),
        _ => new DomainException(ServerFailure.CodeOf(e), $"The server at {_url} says: {e.Status.Detail}", innerException: e),
    };
}
