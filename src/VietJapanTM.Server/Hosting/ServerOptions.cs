namespace VietJapanTM.Server.Hosting;

/// <summary>What a server is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>The address that is used where none is given.</summary>
    public const string DefaultUrl = "http://localhost:5280";

    /// <summary>The data folder that is used where none is given, below the current folder.</summary>
    public const string DefaultDataFolder = "./data";

    /// <summary>Largest message that is received or sent, in bytes after decompression: 4 MiB, the default of gRPC.</summary>
    public const int MaxMessageBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Largest request of the service Alignment, in bytes after decompression: 64 MiB, so that a book is one document. Its replies have no limit,
    /// because a document must be readable however long it is.
    /// </summary>
    public const int MaxDocumentMessageBytes = 64 * 1024 * 1024;

    /// <summary>Where the store lies; made where it is absent.</summary>
    public string DataFolder { get; init; } = DefaultDataFolder;

    /// <summary>The addresses to listen on, loopback only.</summary>
    public IReadOnlyList<ListenAddress> Addresses { get; init; } = [ListenAddress.Parse(DefaultUrl)];

    /// <summary>Import the shipped corpus and glossary into an empty store? Default true.</summary>
    public bool Samples { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a stop waits for calls that are under way. Default 5 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What a connection may cost.</summary>
    public ConnectionLimits Limits { get; init; } = new();
}
