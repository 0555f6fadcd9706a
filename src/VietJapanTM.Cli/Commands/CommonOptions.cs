using System.CommandLine;
using VietJapanTM.Alignment;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary>Options and arguments that several commands share, so that they read alike everywhere.</summary>
internal static class CommonOptions
{
    public static Option<string> Language(string description = "The language of the text: es, en, vi or ja.") =>
        new("--lang") { Description = description, HelpName = "LANG", Required = true };

    public static Option<string> From() => new("--from") { Description = "The source language, such as es.", HelpName = "LANG", Required = true };

    public static Option<string> To(string description = "The target language, such as vi.") =>
        new("--to") { Description = description, HelpName = "LANG", Required = true };

    public static Option<bool> Json(string description = "Write JSON.") => new("--json") { Description = description };

    public static Option<string?> Approval() => new("--approval")
    {
        Description = "Which entries of the glossary count: approved (the default), proposed, rejected, retired, or several.",
        HelpName = "STATE[,STATE]",
    };

    public static Argument<string?> File() => new("FILE")
    {
        Description = "A UTF-8 text file; - or nothing reads standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "The folder of the store.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ServerOptions.DefaultDataFolder,
    };

    /// <summary>Refuses a number that is out of its range.</summary>
    public static int Within(int value, int least, int most, string option) =>
        value >= least && value <= most
            ? value
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"{option} is {value}. Give {least} to {most}.");

    /// <summary>Refuses what cannot name a memory.</summary>
    public static string RequireMemory(string name) => ResourceIds.Require(name, "--memory");

    /// <summary>Reads a language; one that nobody knows is more likely a slip than a language.</summary>
    /// <exception cref="DomainException">LanguageInvalid.</exception>
    public static LanguageTag ParseLanguage(string code)
    {
        var language = LanguageTag.Parse(code);
        return LanguageRegistry.Knows(language) ? language : throw new DomainException(ErrorCode.LanguageInvalid, LanguageRegistry.Doubt(language));
    }

    /// <summary>Reads a list of approval states separated by commas; none where it is absent.</summary>
    public static IEnumerable<Wire.Concept.Types.ApprovalState> ParseApproval(string? states) =>
        states is null ? [] : states.Split(',', StringSplitOptions.TrimEntries).Select(state => WordInput.Read<ApprovalState>(state, "--approval").ToWire());

    /// <summary>Reads a list of languages separated by commas; each may stand once.</summary>
    public static IReadOnlyList<LanguageTag> ParseLanguages(string codes, string option)
    {
        var languages = codes.Split(',', StringSplitOptions.TrimEntries).Select(ParseLanguage).ToList();
        return languages.Distinct().Count() == languages.Count
            ? languages
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"{option} {codes} names a language twice.");
    }

    /// <summary>Reads the languages of texts that shall be aligned: two to four.</summary>
    public static IReadOnlyList<LanguageTag> ParseAlignedLanguages(string codes)
    {
        var languages = ParseLanguages(codes, "--langs");
        return languages.Count is >= 2 and <= MultilingualAligner.MaxLanguages
            ? languages
            : throw new DomainException(
                ErrorCode.ArgumentInvalid, $"--langs names {Count.Of(languages.Count, "language")}. Name 2 to {MultilingualAligner.MaxLanguages}, such as es,en.");
    }
}
