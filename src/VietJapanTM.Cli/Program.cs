using VietJapanTM.Cli.Commands;
using VietJapanTM.Cli.Console;

return await CommandRunner.InvokeAsync(CommandTree.Create(), args, CommandConfiguration.OfProcess()).ConfigureAwait(false);
