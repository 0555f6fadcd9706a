using System.CommandLine;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Cli.Input;

/// <summary>The options of commands that mend and segment texts, so that they read alike everywhere.</summary>
internal sealed class PreparationOptions
{
    private readonly Option<bool> _mend = new("--mend") { Description = "Mend the text first, where its language can be mended: lost spaces, words split at line ends, mojibake." };
    private readonly Option<string?> _kinds = MendKinds("--mend-kinds", "Mend these kinds only; implies --mend.");
    private readonly Option<string?> _rules = new("--rules") { Description = "Segment by the rules of this SRX 2.0 file instead of the shipped ones.", HelpName = "FILE.srx" };

    /// <summary>An option that names kinds of edits.</summary>
    public static Option<string?> MendKinds(string name, string description) =>
        new(name) { Description = $"{description} {string.Join(", ", MendKindNames.All)}, or all.", HelpName = "KIND[,KIND]" };

    /// <summary>Reads a value of <see cref="MendKinds"/>.</summary>
    public static MendKind Parse(string? kinds, string option) =>
        MendKindNames.Parse(kinds is null ? [] : kinds.Split(',', StringSplitOptions.TrimEntries), option);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_mend);
        command.Options.Add(_kinds);
        command.Options.Add(_rules);
    }

    /// <summary>What was asked for. Rules of the file that were refused are named on standard error, those of other languages by their number; the others work.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="context">Standard error.</param>
    /// <param name="languages">The languages of the texts.</param>
    /// <param name="isStored">True where the segments are stored: then all rules must work.</param>
    /// <exception cref="DomainException">ArgumentInvalid, FileUnreadable, FileMalformed.</exception>
    public Preparation Read(ParseResult parsed, CommandContext context, IReadOnlyCollection<LanguageTag> languages, bool isStored = false)
    {
        var kinds = parsed.GetValue(_kinds);
        var mend = kinds is not null || parsed.GetValue(_mend) ? Parse(kinds, "--mend-kinds") : MendKind.None;
        return parsed.GetValue(_rules) is { } file
            ? new Preparation(mend, ReadRules(file, context, languages, isStored), file)
            : new Preparation(mend, null, null);
    }

    private static SegmentationRules ReadRules(string file, CommandContext context, IReadOnlyCollection<LanguageTag> languages, bool isStored)
    {
        var diagnostics = new List<Diagnostic>();
        using var stream = ExchangeFile.OpenRead(file);
        var rules = SegmentationRules.Read(file, stream, diagnostics);
        var refused = rules.RefusedFor(languages);
        foreach (var diagnostic in refused)
        {
            context.Error.WriteLine(diagnostic.ToString());
        }

        if (diagnostics.Count > refused.Count)
        {
            context.Error.WriteLine($"{file}: info SRX004: {Count.Of(diagnostics.Count - refused.Count, "rule")} of other languages cannot be used; these texts do not need them.");
        }

        return isStored && refused.Count > 0
            ? throw new DomainException(ErrorCode.FileMalformed, $"{file} has rules that cannot be used, and segments that others would cut are not stored. Correct those rules, or delete them.")
            : rules;
    }
}

/// <summary>How texts are prepared.</summary>
/// <param name="Mend">What to mend.</param>
/// <param name="Rules">The segmentation rules; the shipped ones where null.</param>
/// <param name="RulesFile">The file that they were read from, or null.</param>
internal sealed record Preparation(MendKind Mend, SegmentationRules? Rules, string? RulesFile);
