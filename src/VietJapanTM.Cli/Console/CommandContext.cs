namespace VietJapanTM.Cli.Console;

/// <summary>What a command talks to. Tests give it strings; the program gives it the terminal.</summary>
/// <param name="In">Standard input, as bytes.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages, progress, nothing that a pipe should read.</param>
/// <param name="IsInteractive">True where <paramref name="Error"/> is a terminal that can show progress bars.</param>
/// <param name="CancellationToken">Ctrl-C.</param>
internal sealed record CommandContext(Stream In, TextWriter Out, TextWriter Error, bool IsInteractive, CancellationToken CancellationToken);
