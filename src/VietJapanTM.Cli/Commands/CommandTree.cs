using System.CommandLine;
using VietJapanTM.Server.Hosting;

namespace VietJapanTM.Cli.Commands;

/// <summary>The whole command line.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Translation memory and terminology for Spanish, English, Vietnamese and Japanese. "
            + "Start with: vjtm serve; then: vjtm lookup --from es --to vi \"…\"");
        root.Subcommands.Add(ServeCommand.Equip(new Command(
            "serve", "Serve translation memories and the glossary over gRPC. Example: vjtm serve --data ./data")));
        root.Subcommands.Add(SegmentCommand.Create());
        root.Subcommands.Add(MendCommand.Create());
        root.Subcommands.Add(AlignCommand.Create());
        root.Subcommands.Add(IngestCommand.Create());
        root.Subcommands.Add(DocumentsCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(MemoryCommand.Create());
        root.Subcommands.Add(LookupCommand.Create());
        root.Subcommands.Add(ConcordanceCommand.Create());
        root.Subcommands.Add(AnalyzeCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        root.Subcommands.Add(TermsCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(GlossaryCommand.Create());
        root.Subcommands.Add(HistoryCommand.Create());
        root.Subcommands.Add(HistoryCommand.CreateRevert());
        root.Subcommands.Add(StoreCommand.CreateVerify());
        root.Subcommands.Add(StoreCommand.CreateBackup());
        return root;
    }
}
