using VietJapanTM.Cli.Checking.Configuration;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Checking;

/// <summary>Files that share a configuration. Immutable.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Files">The files as the user named them.</param>
/// <param name="Problems">Folders in which files may be that cannot be seen.</param>
internal sealed record CheckGroup(CheckConfiguration Configuration, IReadOnlyList<string> Files, IReadOnlyList<Diagnostic> Problems);
