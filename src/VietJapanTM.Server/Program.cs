using System.CommandLine;
using VietJapanTM.Server.Hosting;

var command = ServeCommand.Equip(new RootCommand(
    "Serves translation memories and a glossary over gRPC. Example: VietJapanTM.Server --data ./data --urls http://localhost:5280"));
return await command.Parse(args).InvokeAsync().ConfigureAwait(false);
