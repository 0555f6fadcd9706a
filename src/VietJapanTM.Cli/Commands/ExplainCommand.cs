using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Lookups;
using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm explain</c>: why a unit answers a look-up, or why it does not.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var options = new LookupOptions();
        var unit = new Option<string>("--unit") { Description = "The unit, as lookup names it: memories/vietnam-japan/units/u0000000001.", HelpName = "NAME", Required = true };
        var json = CommonOptions.Json("Write one JSON object.");
        var text = new Argument<string>("TEXT") { Description = "The text that is looked up." };
        var connection = new ConnectionOptions();
        var command = new Command(
            "explain",
            "Say why a unit answers a look-up or why it does not, with every edit and penalty. Example: vjtm explain --from es --to vi --unit memories/vietnam-japan/units/u0000000001 \"Los dos dirigentes hablaron.\"")
        {
            unit, json, text,
        };
        options.AddTo(command);
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var request = new Wire.ExplainRequest { Lookup = options.Read(parsed), Unit = parsed.GetValue(unit)! };
            request.Lookup.Text = parsed.GetValue(text)!;
            await using var memory = connection.Open(parsed, create: false);
            var response = await memory.ExplainAsync(request, context.CancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(ToJson(request.Lookup.Text, response));
            }
            else
            {
                Write(request.Lookup.Text, response, context.Out);
            }

            return CommandRunner.Clean;
        });
    }

    private static string ToJson(string query, Wire.ExplainResponse response) => Json.ToLine(new
    {
        isMatch = response.IsMatch,
        reasons = response.Reasons.Select(r => new
        {
            r.Reason,
            r.Message,
            filter = r.Filter.Length == 0 ? null : r.Filter,
            revision = r.Revision == 0 ? (long?)null : r.Revision,
        }),
        nearest = response.Nearest is null ? null : LookupOutput.ToValue(query, response.Nearest),
    });

    private static void Write(string query, Wire.ExplainResponse response, TextWriter output)
    {
        output.WriteLine(response.IsMatch ? "A match." : "No match.");
        foreach (var reason in response.Reasons)
        {
            output.WriteLine($"  {reason.Reason}: {reason.Message}");
        }

        if (response.Nearest is not { } nearest)
        {
            return;
        }

        LookupOutput.WriteMatch(query, nearest, output);
        output.WriteLine($"  distance {nearest.Distance} of weight {nearest.Weight}, in hundredths of a word");
        foreach (var edit in nearest.Edits)
        {
            output.WriteLine($"  {edit.Cost,4}  {edit.Action} {edit.Kind}: {Slice(nearest.Source.Text, edit.SourceSpan)} -> {Slice(query, edit.QuerySpan)}");
        }
    }

    private static string Slice(string text, Wire.Span span) => OneLine.Of(text[span.StartUtf16..span.EndUtf16]) is { Length: > 0 } slice ? slice : "(nothing)";
}
