using Grpc.Core;
using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Answers;

/// <summary>Glossary files that were sent in pieces, whole again.</summary>
/// <param name="Options">How to import them.</param>
/// <param name="Files">Their names and bytes, in the order in which they came.</param>
internal sealed record GlossaryUpload(Wire.ImportGlossaryOptions Options, IReadOnlyList<(string Name, byte[] Content)> Files)
{
    private const long MostBytes = 256L << 20;
    private const int MostFiles = 10_000;
    private const int LongestName = 1_000;

    /// <summary>The upload of files that are here already.</summary>
    public static GlossaryUpload Of(Wire.ImportGlossaryOptions options, IEnumerable<Wire.GlossaryFileChunk> files)
    {
        var collector = new Collector();
        foreach (var file in files)
        {
            collector.Add(file);
        }

        return new GlossaryUpload(options, collector.ToFiles());
    }

    /// <summary>Takes an upload from a client.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: parts in the wrong order; TextTooLong: more than is taken at once.</exception>
    public static async Task<GlossaryUpload> ReceiveAsync(IAsyncStreamReader<Wire.ImportGlossaryRequest> parts, CancellationToken cancellationToken)
    {
        if (!await parts.MoveNext(cancellationToken).ConfigureAwait(false) || parts.Current.Options is not { } options)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "The first part must hold the options. Send them, then the files.", "options");
        }

        var collector = new Collector();
        while (await parts.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            collector.Add(parts.Current.Chunk
                ?? throw new DomainException(ErrorCode.ArgumentInvalid, "A part after the first must hold a piece of a file.", "chunk"));
        }

        return new GlossaryUpload(options, collector.ToFiles());
    }

    private sealed class Collector
    {
        private readonly List<(string Name, MemoryStream Content)> _files = [];
        private long _bytes;

        public void Add(Wire.GlossaryFileChunk chunk)
        {
            if (chunk.File.Length is 0 or > LongestName)
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, $"chunk.file must name the file in 1 to {LongestName} characters.", "chunk.file");
            }

            _bytes += chunk.Content.Length;
            if (_files.Count == 0 || !string.Equals(_files[^1].Name, chunk.File, StringComparison.Ordinal))
            {
                _files.Add((chunk.File, new MemoryStream()));
            }

            if (_bytes > MostBytes || _files.Count > MostFiles)
            {
                throw new DomainException(
                    ErrorCode.TextTooLong, $"The files exceed {MostBytes >> 20} MiB or {MostFiles} in number. Import them in parts.", "chunk");
            }

            chunk.Content.WriteTo(_files[^1].Content);
        }

        public IReadOnlyList<(string, byte[])> ToFiles() => [.. _files.Select(file => (file.Name, file.Content.ToArray()))];
    }
}
