using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Connections;

internal sealed partial class ServerConnection
{
    public Task<IReadOnlyList<string>> VerifyStoreAsync(CancellationToken cancellationToken) => CallAsync<IReadOnlyList<string>>(async () =>
        (await _administration.VerifyStoreAsync(new Wire.VerifyStoreRequest(), cancellationToken: cancellationToken)).Findings);

    public async Task<long> BackUpAsync(string file, CancellationToken cancellationToken)
    {
        var partial = file + ".partial";
        try
        {
            var revision = await CallAsync(() => ReceiveAsync(partial, cancellationToken)).ConfigureAwait(false);
            File.Move(partial, file, overwrite: true);
            return revision;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DomainException(ErrorCode.FileUnreadable, $"{file} cannot be written: {e.Message}", innerException: e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task<long> ReceiveAsync(string file, CancellationToken cancellationToken)
    {
        using var call = _administration.Backup(new Wire.BackupRequest(), cancellationToken: cancellationToken);
        using var output = new FileStream(file, FileMode.Create, FileAccess.Write);
        var (total, revision) = (-1L, 0L);
        while (await call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var piece = call.ResponseStream.Current;
            (total, revision) = (piece.TotalBytes, piece.Revision);
            await output.WriteAsync(piece.Content.Memory, cancellationToken).ConfigureAwait(false);
        }

        output.Flush(flushToDisk: true);
        return output.Length == total
            ? revision
            : throw new DomainException(ErrorCode.StoreBusy, "The server ended before the copy was whole. Try again; the old backup was kept.");
    }
}
