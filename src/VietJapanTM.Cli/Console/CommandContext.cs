namespace VietJapanTM.Cli.Console;

/// <summary>What a running command talks to.</summary>
/// <param name="OpenInput">Opens standard input, as bytes.</param>
/// <param name="Out">Results; flushed when the command ends.</param>
/// <param name="Error">Messages, progress, nothing that a pipe should read.</param>
/// <param name="IsInteractive">True where <paramref name="Error"/> is a terminal that can show progress bars.</param>
/// <param name="CancellationToken">Ctrl-C.</param>
internal sealed record CommandContext(
    Func<Stream> OpenInput, TextWriter Out, TextWriter Error, bool IsInteractive, CancellationToken CancellationToken);
