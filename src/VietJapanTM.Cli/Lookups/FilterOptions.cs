using System.CommandLine;
using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>The options that say what a match must be, beside similar.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _documents = new("--document") { Description = "Only units of this document; may be given again.", HelpName = "ID" };
    private readonly Option<string[]> _statuses = new("--status") { Description = "Only translations that are draft, reviewed or approved; may be given again.", HelpName = "STATUS" };
    private readonly Option<string[]> _authors = new("--author") { Description = "Only translations by this author; may be given again.", HelpName = "NAME" };
    private readonly Option<string?> _from = new("--changed-from") { Description = "Only translations last changed at this time or later, such as 2026-01-31.", HelpName = "TIME" };
    private readonly Option<string?> _before = new("--changed-before") { Description = "Only translations last changed before this time.", HelpName = "TIME" };
    private readonly Option<string[]> _attributes = new("--attribute") { Description = "Only units with this attribute, such as domain=law; may be given again.", HelpName = "NAME=VALUE" };

    /// <summary>Makes the options.</summary>
    public FilterOptions() => _statuses.AcceptOnlyFromAmong(Words());

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _documents, _statuses, _authors, _from, _before, _attributes })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The filter, or null where none is asked for.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: a value is malformed.</exception>
    public Wire.MatchFilter? Read(ParseResult parsed)
    {
        var filter = new Wire.MatchFilter
        {
            Documents = { (parsed.GetValue(_documents) ?? []).Select(ResourceName.Document) },
            Statuses = { (parsed.GetValue(_statuses) ?? []).Select(s => (Wire.Variant.Types.Status)(Array.IndexOf(Words(), s) + 1)) },
            Authors = { parsed.GetValue(_authors) ?? [] },
            ChangedFrom = ReadTime(parsed.GetValue(_from), "--changed-from"),
            ChangedBefore = ReadTime(parsed.GetValue(_before), "--changed-before"),
        };
        foreach (var attribute in parsed.GetValue(_attributes) ?? [])
        {
            var at = attribute.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, $"'{attribute}' is not an attribute. Write --attribute NAME=VALUE.");
            }

            filter.Attributes[attribute[..at]] = attribute[(at + 1)..];
        }

        return filter.CalculateSize() == 0 ? null : filter;
    }

    private static string[] Words() => [.. Enum.GetValues<VariantStatus>().Where(s => s != VariantStatus.Rejected).Select(s => Server.Mapping.Words.Kebab(s))];

    private static Timestamp? ReadTime(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Timestamp.FromDateTimeOffset(time)
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"{option} '{text}' is not a time. Write 2026-01-31 or 2026-01-31T18:30:00Z.");
    }
}
