using System.CommandLine;
using System.Globalization;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Errors;
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
        var name = new Argument<string?>("NAME") { Description = "The memory to show or change; without it all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var access = new Option<string?>("--access") { Description = "Whether its units may be written.", HelpName = $"{ReadOnly}|{ReadWrite}" };
        access.AcceptOnlyFromAmong(ReadOnly, ReadWrite);
        var priority = new Option<int?>("--priority") { Description = "Hits of a higher priority come first at equal rate.", HelpName = "N" };
        var penalty = new Option<int?>("--penalty") { Description = "Taken off the rate of its hits, 0 to 100.", HelpName = "N" };
        var delete = new Option<bool>("--delete") { Description = "Delete it, where it holds nothing. 'revert' brings it back." };
        var force = new Option<bool>("--force") { Description = "With --delete: delete its units and documents with it." };
        var connection = new ConnectionOptions();
        var command = new Command("memory", "List the memories, change the settings of one, or delete it. Example: vjtm memory news --access read-only; vjtm memory trial --delete --force")
        {
            name, access, priority, penalty, delete, force,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            await using var store = connection.Open(parsed, create: false);
            string[] given = [.. Given(("access", parsed.GetValue(access)), ("priority", parsed.GetValue(priority)), ("penalty", parsed.GetValue(penalty)))];
            var changed = parsed.GetValue(name) is { } one ? CommonOptions.RequireMemory(one) : null;
            if (parsed.GetValue(delete))
            {
                await DeleteAsync(store, changed, parsed.GetValue(force), given, context).ConfigureAwait(false);
                return CommandRunner.Clean;
            }

            if (changed is null || given.Length == 0)
            {
                await ListAsync(store, changed, context).ConfigureAwait(false);
                return CommandRunner.Clean;
            }

            var request = new Wire.UpdateMemoryRequest
            {
                Memory = new Wire.Memory
                {
                    Name = ResourceName.Memory(changed),
                    Access = parsed.GetValue(access) == ReadOnly ? Wire.Memory.Types.Access.ReadOnly : Wire.Memory.Types.Access.ReadWrite,
                    Priority = parsed.GetValue(priority) ?? 0,
                    Penalty = parsed.GetValue(penalty) ?? 0,
                },
                UpdateMask = new() { Paths = { given } },
                RequestId = Guid.NewGuid().ToString(),
            };
            Write(await store.UpdateMemoryAsync(request, context.CancellationToken).ConfigureAwait(false), context.Out);
            return CommandRunner.Clean;
        });
    }

    private static async Task DeleteAsync(IMemoryConnection store, string? name, bool force, string[] given, CommandContext context)
    {
        if (name is null || given.Length > 0)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, name is null ? "--delete needs the name of a memory." : $"--delete and --{given[0]} exclude each other.");
        }

        var request = new Wire.DeleteMemoryRequest
        {
            Name = ResourceName.Memory(name),
            Force = force,
            Author = Environment.UserName,
            RequestId = Guid.NewGuid().ToString(),
        };
        var deleted = await store.DeleteMemoryAsync(request, context.CancellationToken).ConfigureAwait(false);
        context.Out.WriteLine($"Memory {name} is deleted. 'vjtm revert {deleted.Revision}' brings it back.");
    }

    private static async Task ListAsync(IMemoryConnection store, string? name, CommandContext context)
    {
        var response = await store.ListMemoriesAsync(new Wire.ListMemoriesRequest { PageSize = MostRows }, context.CancellationToken).ConfigureAwait(false);
        var shown = response.Memories.Where(m => name is null || m.Name == ResourceName.Memory(name)).ToList();
        if (name is not null && shown.Count == 0)
        {
            throw new DomainException(ErrorCode.MemoryNotFound, $"There is no memory '{name}'. 'vjtm memory' lists all.");
        }

        shown.ForEach(memory => Write(memory, context.Out));
    }

    private static IEnumerable<string> Given(params (string Path, object? Value)[] options) => options.Where(o => o.Value is not null).Select(o => o.Path);

    private static void Write(Wire.Memory memory, TextWriter output)
    {
        var access = memory.Access == Wire.Memory.Types.Access.ReadOnly ? ReadOnly : ReadWrite;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ResourceName.ParseMemory(memory.Name, "name"),-24} {access}, priority {memory.Priority}, penalty {memory.Penalty}  {memory.DisplayName}"));
    }
}
