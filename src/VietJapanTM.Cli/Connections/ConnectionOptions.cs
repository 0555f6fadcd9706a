using System.CommandLine;
using VietJapanTM.Errors;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Storage;

namespace VietJapanTM.Cli.Connections;

/// <summary>
/// The options that say where memories and glossary are: <c>--server</c>, or <c>--data</c>. A store that a server holds is
/// reached through that server, whose address stands in the store's lock.
/// </summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _server = new("--server")
    {
        Description = "Ask a server instead of opening the store.",
        HelpName = "URL",
    };

    private readonly Option<string> _data = Commands.CommonOptions.Data();

    private readonly Option<string?> _glossary = new("--glossary")
    {
        Description = "Use a folder of TBX files instead of a store.",
        HelpName = "DIR",
    };

    /// <summary>Adds the options for commands that work on memories.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_server);
    }

    /// <summary>The options as a command line needs them to reach the same memories: empty, or with a space before them.</summary>
    public string ToArguments(ParseResult parsed) =>
        parsed.GetValue(_server) is { } url ? $" --server {Quoted(url)}"
        : parsed.GetResult(_data) is { Implicit: false } ? $" --data {Quoted(parsed.GetValue(_data)!)}"
        : "";

    /// <summary>Adds the options for commands that need a glossary alone.</summary>
    public void AddWithGlossaryTo(Command command)
    {
        AddTo(command);
        command.Options.Add(_glossary);
    }

    /// <summary>Does the command line itself say where the glossary is?</summary>
    public bool NamesGlossary(ParseResult parsed) =>
        parsed.GetValue(_glossary) is not null || parsed.GetValue(_server) is not null || parsed.GetResult(_data) is { Implicit: false };

    /// <summary>Connects to a glossary.</summary>
    public IGlossaryConnection OpenGlossary(ParseResult parsed) =>
        parsed.GetValue(_glossary) is { } folder ? new GlossaryFolderConnection(folder)
        : !NamesGlossary(parsed) && !File.Exists(Path.Combine(parsed.GetValue(_data)!, SqliteStore.DatabaseName))
            ? throw new DomainException(
                ErrorCode.FileUnreadable,
                $"No glossary is named, and there is no store in {parsed.GetValue(_data)}. Name a folder of TBX files with --glossary (in .vjtm.yaml 'glossary:'), or a store with --data or --server.")
            : Open(parsed, create: false);

    /// <summary>Connects to memories.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="create">Make a store where the folder holds none?</param>
    public IMemoryConnection Open(ParseResult parsed, bool create)
    {
        if (parsed.GetValue(_server) is { } url)
        {
            return new ServerConnection(url);
        }

        var folder = parsed.GetValue(_data)!;
        if (SqliteStore.FindHolder(folder) is { Address: { } address })
        {
            return new ServerConnection(address);
        }

        return OpenStore(folder, create);
    }

    /// <summary>Connects to a store for a trial; one that does not exist is empty, and is not made.</summary>
    public ICurationConnection OpenIfThere(ParseResult parsed) =>
        parsed.GetValue(_server) is null && !File.Exists(Path.Combine(parsed.GetValue(_data)!, SqliteStore.DatabaseName))
            ? new AbsentStoreConnection()
            : Open(parsed, create: false);

    /// <summary>Connects to memories; null where there is no store yet, which is not made.</summary>
    public IMemoryConnection? FindIfThere(ParseResult parsed) =>
        parsed.GetValue(_server) is null && !File.Exists(Path.Combine(parsed.GetValue(_data)!, SqliteStore.DatabaseName)) ? null : Open(parsed, create: false);

    private static string Quoted(string value) =>
        value.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':') ? value : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static StoreConnection OpenStore(string folder, bool create)
    {
        if (!create && !File.Exists(Path.Combine(folder, SqliteStore.DatabaseName)))
        {
            throw new DomainException(
                ErrorCode.FileUnreadable,
                File.Exists(folder)
                    ? $"{folder} is a file. Name the folder that holds the store with --data."
                    : $"There is no store in {folder}. Make one with 'vjtm serve' or 'vjtm import', or name another with --data.");
        }

        return new StoreConnection(TranslationWorkspace.Open(folder, TimeProvider.System, load: false));
    }
}
