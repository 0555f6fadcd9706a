using System.CommandLine;
using VietJapanTM.Cli.Commands;
using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>The options that say what to look up and where, for every command that looks something up.</summary>
internal sealed class LookupOptions
{
    private readonly Option<string> _from = CommonOptions.From();
    private readonly Option<string> _to = CommonOptions.To();
    private readonly Option<int> _min = new("--min") { Description = "Lowest match rate, 50 to 100.", HelpName = "RATE", DefaultValueFactory = _ => LookupQuery.DefaultThreshold };
    private readonly Option<int> _max = new("--max") { Description = "Most matches, 1 to 1000.", HelpName = "COUNT", DefaultValueFactory = _ => 5 };
    private readonly Option<string[]> _memories = new("--memory")
    {
        Description = "Search this memory alone; may be given again. With another penalty or priority: --memory news,penalty=5,priority=1",
        HelpName = "NAME",
    };

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "How likeness is measured: " + string.Join(", ", MatchProfile.All.Select(p => p.Name)) + ".",
        HelpName = "PROFILE",
        DefaultValueFactory = _ => MatchProfile.Standard.Name,
    };

    private readonly Option<bool> _exhaustive = new("--exhaustive") { Description = "Compare with every unit instead of asking the index." };
    private readonly Option<long?> _asOf = new("--as-of")
    {
        Description = "Search the state of an earlier revision, as GetStatus and imports name it. Example: --as-of 12",
        HelpName = "REVISION",
    };

    private readonly Option<bool> _untranslated = new("--untranslated") { Description = "Offer sentences too that have no translation yet." };
    private readonly Option<string?> _previous = new("--previous") { Description = "The segment before; \"\" at the beginning of a document.", HelpName = "TEXT" };
    private readonly Option<string?> _next = new("--next") { Description = "The segment after; \"\" at the end.", HelpName = "TEXT" };
    private readonly FilterOptions _filter = new();

    /// <summary>Makes the options.</summary>
    public LookupOptions() => _profile.AcceptOnlyFromAmong([.. MatchProfile.All.Select(p => p.Name)]);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _min, _max, _untranslated, _exhaustive, _previous, _next })
        {
            command.Options.Add(option);
        }

        AddSelectionTo(command);
    }

    /// <summary>Adds the options that say where to look alone: languages, memories, profile, revision and filters.</summary>
    public void AddSelectionTo(Command command)
    {
        foreach (var option in new Option[] { _from, _to, _memories, _profile, _asOf })
        {
            command.Options.Add(option);
        }

        _filter.AddTo(command);
    }

    /// <summary>The request that the options ask for, without a text.</summary>
    /// <exception cref="DomainException">A value is out of its range or malformed.</exception>
    public Wire.LookupRequest Read(ParseResult parsed)
    {
        var request = ReadSelection(parsed);
        request.MinMatchRate = CommonOptions.Within(parsed.GetValue(_min), LookupQuery.MinThreshold, 100, "--min");
        request.MaxMatches = CommonOptions.Within(parsed.GetValue(_max), 1, 1_000, "--max");
        request.TranslatedOnly = !parsed.GetValue(_untranslated);
        request.Exhaustive = parsed.GetValue(_exhaustive);
        if (parsed.GetValue(_previous) is { } previous)
        {
            request.PreviousText = previous;
        }

        if (parsed.GetValue(_next) is { } next)
        {
            request.NextText = next;
        }

        return request;
    }

    /// <summary>The request that says where to look, for <see cref="AddSelectionTo"/>.</summary>
    /// <exception cref="DomainException">A value is out of its range or malformed.</exception>
    public Wire.LookupRequest ReadSelection(ParseResult parsed) =>
        new()
        {
            SourceLanguageCode = CommonOptions.ParseLanguage(parsed.GetValue(_from)!).Value,
            TargetLanguageCode = CommonOptions.ParseLanguage(parsed.GetValue(_to)!).Value,
            MemorySelections = { (parsed.GetValue(_memories) ?? []).Select(ReadMemory) },
            Profile = parsed.GetValue(_profile) switch
            {
                "plain" => Wire.LookupRequest.Types.Profile.Plain,
                "desktop" => Wire.LookupRequest.Types.Profile.Desktop,
                _ => Wire.LookupRequest.Types.Profile.Standard,
            },
            AsOfRevision = parsed.GetValue(_asOf) ?? 0,
            Filter = _filter.Read(parsed),
        };

    private static Wire.MemorySelection ReadMemory(string value)
    {
        var parts = value.Split(',');
        var selection = new Wire.MemorySelection { Memory = ResourceName.Memory(CommonOptions.RequireMemory(parts[0])) };
        foreach (var part in parts.Skip(1))
        {
            switch (part.Split('='))
            {
                case ["penalty", var number] when Number.TryParse(number, out var penalty):
                    selection.Penalty = penalty;
                    break;
                case ["priority", var number] when Number.TryParse(number, out var priority):
                    selection.Priority = priority;
                    break;
                default:
                    throw new DomainException(ErrorCode.ArgumentInvalid, $"'{part}' is not a setting of a memory. Write --memory {parts[0]},penalty=5,priority=1.");
            }
        }

        return selection;
    }
}
