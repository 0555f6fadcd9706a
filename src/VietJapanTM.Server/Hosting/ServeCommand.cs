using System.CommandLine;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Hosting;

/// <summary>The command that serves: the whole of the server's own program, and <c>vjtm serve</c>.</summary>
public static class ServeCommand
{
    /// <summary>Exit code of everything that could not run.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Gives <paramref name="command"/> the options and the action of serving.</summary>
    public static T Equip<T>(T command)
        where T : Command
    {
        ArgumentNullException.ThrowIfNull(command);
        var data = new Option<string>("--data")
        {
            Description = "The folder that holds the store; made where it is absent.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ServerOptions.DefaultDataFolder,
        };
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses for gRPC, separated by semicolons; loopback only.",
            HelpName = "URL[;URL]",
            DefaultValueFactory = _ => ServerOptions.DefaultUrl,
        };
        var noSamples = new Option<bool>("--no-samples")
        {
            Description = "Leave the shipped corpus and glossary out of a new store.",
        };
        command.Options.Add(data);
        command.Options.Add(urls);
        command.Options.Add(noSamples);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(urls)!,
            samples: !parsed.GetValue(noSamples),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string data,
        string urls,
        bool samples,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        try
        {
            var options = new ServerOptions
            {
                DataFolder = data,
                Addresses = ListenAddress.ParseAll(urls),
                Samples = samples,
            };
            await using var server = await VietJapanServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
            await Greeting.WriteAsync(server, output).ConfigureAwait(false);
            await server.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (DomainException e)
        {
            await error.WriteLineAsync($"error: {e.Message}").ConfigureAwait(false);
            return CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was still starting: nothing is left half done, because the store commits whole changes only.
            return 0;
        }
    }
}
