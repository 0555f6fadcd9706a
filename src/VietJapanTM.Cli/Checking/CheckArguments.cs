using System.CommandLine;
using VietJapanTM.Cli.Checking.Baselines;
using VietJapanTM.Cli.Checking.Configuration;
using VietJapanTM.Cli.Checking.Reports;
using VietJapanTM.Cli.Commands;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Errors;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;

namespace VietJapanTM.Cli.Checking;

/// <summary>The arguments of <c>vjtm check</c>, and how they and a configuration make settings.</summary>
internal sealed class CheckArguments
{
    private readonly Option<string?> _from = new("--from") { Description = "The source language, such as es.", HelpName = "LANG" };
    private readonly Option<string?> _to = new("--to") { Description = "The target languages, such as vi or en,vi.", HelpName = "LANG" };
    private readonly Option<string> _format = new("--format")
    {
        Description = $"How to report: {string.Join(", ", ReportFormat.All.Select(f => f.Name))}.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _json = CommonOptions.Json("The same as --format json.");
    private readonly Option<string?> _failOn = new("--fail-on") { Description = "The least severity that fails: error or warning (the default).", HelpName = "SEVERITY" };
    private readonly Option<string?> _explain = new("--explain")
    {
        Description = "Explain a rule with examples, or list all rules; nothing is checked.",
        HelpName = "RULE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _configuration = new("--config")
    {
        Description = $"The configuration. Default: the nearest {CheckConfiguration.FileName} at or above each file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _baseline = new("--baseline") { Description = "Findings of an earlier run, which do not count.", HelpName = "FILE" };
    private readonly Option<bool> _writeBaseline = new("--write-baseline") { Description = "Write all findings into the baseline; none counts." };
    private readonly Option<string?> _changedSince = new("--changed-since")
    {
        Description = "Report only on segments that changed since a revision of git.",
        HelpName = "REV",
    };

    private readonly Option<string?> _approval = CommonOptions.Approval();
    private readonly Option<bool> _fix = new("--fix") { Description = "Apply the safe replacements to the files, then report what is left." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "With --fix: show the changes as a diff, write nothing." };
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "XLIFF, TMX, PO, RESX, JSON, YAML, Markdown, tsv, csv or line-parallel text. The counterpart of a file in one language is found beside it by name: es.json and vi.json, es/app.yml and vi/app.yml, Strings.resx and Strings.vi.resx. A table without a line of language codes has the columns --from, --to. None: those that the configuration names.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _filesFrom = new("--files-from") { Description = "A UTF-8 file that names further files, one a line; - is standard input. What is no translation is passed over.", HelpName = "LIST" };
    private readonly ConnectionOptions _connection = new();
    private List<string>? _listed;

    public CheckArguments()
    {
        _format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(f => f.Name)]);
        _failOn.AcceptOnlyFromAmong("error", "warning");
    }

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _from, _to, _format, _json, _failOn, _explain, _configuration, _baseline, _writeBaseline, _changedSince, _approval, _fix, _dryRun, _filesFrom,
        })
        {
            command.Options.Add(option);
        }

        command.Arguments.Add(_files);
        _connection.AddWithGlossaryTo(command);
    }

    /// <summary>Is a rule to be explained, or the list of all (null)?</summary>
    public bool AsksToExplain(ParseResult parsed, out string? rule)
    {
        rule = parsed.GetValue(_explain);
        return parsed.GetResult(_explain) is { Implicit: false };
    }

    /// <summary>JSON?</summary>
    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The form of the report.</summary>
    public ReportFormat Format(ParseResult parsed) => ReportFormat.Of(parsed.GetValue(_json) ? "json" : parsed.GetValue(_format)!);

    /// <summary>Change the files?</summary>
    public bool Fix(ParseResult parsed) => parsed.GetValue(_fix);

    /// <summary>Show the changes only?</summary>
    /// <exception cref="DomainException">Without --fix there is nothing to show.</exception>
    public bool DryRun(ParseResult parsed) => parsed.GetValue(_dryRun)
        && (parsed.GetValue(_fix) ? true : throw new DomainException(ErrorCode.ArgumentInvalid, "--dry-run shows what --fix would change. Give both."));

    /// <summary>Write the baseline?</summary>
    public bool WriteBaseline(ParseResult parsed) => parsed.GetValue(_writeBaseline);

    /// <summary>The files to check, those with one configuration together.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Standard input, for a list from there.</param>
    public IReadOnlyList<CheckGroup> Groups(ParseResult parsed, CommandContext context)
    {
        _listed ??= Listed(parsed.GetValue(_filesFrom), context);
        var files = parsed.GetValue(_files)!.Concat(_listed).ToList();
        if (files.Count == 0)
        {
            var configuration = Read(parsed.GetValue(_configuration) ?? CheckConfiguration.FindAbove("."));
            return [FileGlobs.Expand(configuration)];
        }

        if (files.Find(Directory.Exists) is { } folder)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"{folder} is a folder. Name its files, or name none to check what 'files' of {CheckConfiguration.FileName} there says.");
        }

        return
        [
            .. files
                .GroupBy(f => parsed.GetValue(_configuration) ?? CheckConfiguration.FindAbove(Path.GetDirectoryName(Path.GetFullPath(f))!), StringComparer.Ordinal)
                .Select(g => new CheckGroup(Read(g.Key), [.. g], [])),
        ];
    }

    /// <summary>The files that a list names, not the command line; known once <see cref="Groups"/> has read it.</summary>
    public IReadOnlySet<string> ListedFiles(ParseResult parsed) => (_listed ?? []).Except(parsed.GetValue(_files)!, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

    /// <summary>The files of a list, which standard input gives only once.</summary>
    private static List<string> Listed(string? list, CommandContext context)
    {
        if (list is null)
        {
            return [];
        }

        var files = TextInput.Read(list, context).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        return files.Count > 0 ? files : throw new DomainException(ErrorCode.ArgumentInvalid, $"{TextInput.NameOf(list)} names no file. Write one a line.");
    }

    /// <summary>What the files of a group are checked by.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: neither command line nor configuration name the languages.</exception>
    public CheckSettings Settings(ParseResult parsed, CheckConfiguration configuration)
    {
        var from = parsed.GetValue(_from) is { } source ? CommonOptions.ParseLanguage(source) : configuration.From;
        var to = parsed.GetValue(_to) is { } targets ? CommonOptions.ParseLanguages(targets, "--to") : [.. configuration.To];
        return new CheckSettings
        {
            Source = from ?? throw Missing("--from", "from: es"),
            Targets = to.Count > 0 ? to : throw Missing("--to", "to: [en, vi]"),
            Severities = configuration.Rules,
            Approval = [.. CommonOptions.ParseApproval(parsed.GetValue(_approval))],
            ChangedSince = parsed.GetValue(_changedSince),
        };
    }

    /// <summary>Connects to the glossary of a group: that of the command line, else that of the configuration.</summary>
    public IGlossaryConnection OpenGlossary(ParseResult parsed, CheckConfiguration configuration) =>
        _connection.NamesGlossary(parsed) ? _connection.OpenGlossary(parsed)
        : configuration.Glossary is { } folder ? new GlossaryFolderConnection(configuration.Resolve(folder))
        : configuration.Server is { } url ? new ServerConnection(url)
        : _connection.OpenGlossary(parsed);

    /// <summary>The baseline of a run, or null.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: one is to be written and none is named; FileUnreadable: one is named and is not there.</exception>
    public string? Baseline(ParseResult parsed, CheckConfiguration configuration)
    {
        var file = parsed.GetValue(_baseline) ?? (configuration.Baseline is { } path ? configuration.Resolve(path) : null);
        if (!parsed.GetValue(_writeBaseline))
        {
            // Said before the work, not behind it.
            return file is null || File.Exists(file) ? file : throw BaselineFile.Absent(file);
        }

        return file ?? throw new DomainException(
            ErrorCode.ArgumentInvalid, $"--write-baseline needs a file. Name it with --baseline, or with 'baseline:' in {CheckConfiguration.FileName}.");
    }

    /// <summary>The least severity that fails.</summary>
    public Severity FailOn(ParseResult parsed, CheckConfiguration configuration) =>
        parsed.GetValue(_failOn) switch { "error" => Severity.Error, "warning" => Severity.Warning, _ => configuration.FailOn ?? Severity.Warning };

    private static CheckConfiguration Read(string? path) => path is null ? new CheckConfiguration() : ConfigurationReader.Read(path);

    private static DomainException Missing(string option, string line) => new(
        ErrorCode.ArgumentInvalid, $"{option} is missing. Name the language with {option}, or with '{line}' in {CheckConfiguration.FileName}.");
}
