using System.CommandLine;
using VietJapanTM.Server.Hosting;

var command = ServeCommand.Equip(new RootCommand(
    "Serves translation memories and a glossary over gRPC. Example: VietJapanTM.Server --data ./data --urls http://localhost:5280"));
var parsed = command.Parse(args);
if (parsed.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync($"error: {parsed.Errors[0].Message} See --help.").ConfigureAwait(false);
    return ServeCommand.CouldNotRun;
}

// Longer than a stop waits for the calls that are under way: a process that is cut short would say that it failed.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = new ServerOptions().ShutdownTimeout * 2 };
return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
