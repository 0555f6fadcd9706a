using System.CommandLine;
using System.Globalization;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm memory</c>: lists the memories, or changes one's settings.</summary>
internal static class MemoryCommand
{
    private const int MostRows = 1_000;
    private const string ReadOnly = "read-only";
    private const string ReadWrite = "read-write";

    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "The memory to change; without it all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var access = new Option<string?>("--access") { Description = "Whether its units may be written.", HelpName = $"{ReadOnly}|{ReadWrite}" };
        access.AcceptOnlyFromAmong(ReadOnly, ReadWrite);
        var priority = new Option<int?>("--priority") { Description = "Hits of a higher priority come first at equal rate.", HelpName = "N" };
        var penalty = new Option<int?>("--penalty") { Description = "Taken off the rate of its hits, 0 to 100.", HelpName = "N" };
        var connection = new ConnectionOptions();
        var command = new Command("memory", "List the memories, or change the settings of one. Example: vjtm memory news --access read-only")
        {
            name, access, priority, penalty,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            await using var store = connection.Open(parsed, create: false);
            if (parsed.GetValue(name) is not { } changed)
            {
                var response = await store.ListMemoriesAsync(new Wire.ListMemoriesRequest { PageSize = MostRows }, context.CancellationToken).ConfigureAwait(false);
                foreach (var memory in response.Memories)
                {
                    Write(memory, context.Out);
                }

                return CommandRunner.Clean;
            }

            var request = new Wire.UpdateMemoryRequest
            {
                Memory = new Wire.Memory
                {
                    Name = ResourceName.Memory(CommonOptions.RequireMemory(changed)),
                    Access = parsed.GetValue(access) == ReadOnly ? Wire.Memory.Types.Access.ReadOnly : Wire.Memory.Types.Access.ReadWrite,
                    Priority = parsed.GetValue(priority) ?? 0,
                    Penalty = parsed.GetValue(penalty) ?? 0,
                },
                UpdateMask = new() { Paths = { Given(("access", parsed.GetValue(access)), ("priority", parsed.GetValue(priority)), ("penalty", parsed.GetValue(penalty))) } },
                RequestId = Guid.NewGuid().ToString(),
            };
            Write(await store.UpdateMemoryAsync(request, context.CancellationToken).ConfigureAwait(false), context.Out);
            return CommandRunner.Clean;
        });
    }

    private static IEnumerable<string> Given(params (string Path, object? Value)[] options)
    {
        string[] paths = [.. options.Where(o => o.Value is not null).Select(o => o.Path)];
        return paths.Length > 0
            ? paths
            : throw new Errors.DomainException(Errors.ErrorCode.ArgumentInvalid, "Nothing to change. Give --access, --priority or --penalty.");
    }

    private static void Write(Wire.Memory memory, TextWriter output)
    {
        var access = memory.Access == Wire.Memory.Types.Access.ReadOnly ? ReadOnly : ReadWrite;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ResourceName.ParseMemory(memory.Name, "name"),-24} {access}, priority {memory.Priority}, penalty {memory.Penalty}  {memory.DisplayName}"));
    }
}
