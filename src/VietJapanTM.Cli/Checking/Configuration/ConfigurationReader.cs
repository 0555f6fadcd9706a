using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;

namespace VietJapanTM.Cli.Checking.Configuration;

/// <summary>
/// Reads <c>.vjtm.yaml</c>. Every mistake is collected with its place. Codes: CFG001 no YAML; CFG002 a key that is not known; CFG003 a value
/// that the key does not take.
/// </summary>
internal sealed class ConfigurationReader
{
    private static readonly string[] Keys = ["from", "to", "files", "exclude", "glossary", "server", "baseline", "fail-on", "rules"];
    private static readonly string[] Severities = ["off", "info", "warning", "error"];
    private readonly List<Diagnostic> _mistakes = [];
    private readonly string _file;

    private ConfigurationReader(string file) => _file = file;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DomainException">FileUnreadable; FileMalformed: the mistakes, one a line, each with file, line and column.</exception>
    public static CheckConfiguration Read(string path)
    {
        var reader = new ConfigurationReader(System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path));
        var configuration = reader.Parse(path);
        return reader._mistakes.Count == 0
            ? configuration with { Path = System.IO.Path.GetFullPath(path) }
            : throw new DomainException(ErrorCode.FileMalformed, string.Join('\n', reader._mistakes.Select(m => m.ToString())));
    }

    private CheckConfiguration Parse(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using var text = new StreamReader(ExchangeFile.OpenRead(path));
            yaml.Load(text);
        }
        catch (YamlException e)
        {
            Report("CFG001", e.Start, $"this is no YAML: {e.InnerException?.Message ?? e.Message}");
        }

        var configuration = new CheckConfiguration();
        if (yaml.Documents.Count == 0)
        {
            return configuration;
        }

        if (yaml.Documents[0].RootNode is not YamlMappingNode root)
        {
            Report("CFG003", yaml.Documents[0].RootNode.Start, "the file must hold keys with values, such as 'from: es'.");
            return configuration;
        }

        foreach (var (key, value) in root.Children)
        {
            configuration = Take(configuration, key, value);
        }

        return configuration;
    }

    private CheckConfiguration Take(CheckConfiguration configuration, YamlNode key, YamlNode value)
    {
        switch (TextOf(key))
        {
            case "from":
                return configuration with { From = Language(value) };
            case "to":
                return configuration with { To = [.. Items(value).Select(Language).OfType<LanguageTag>()] };
            case "files":
                return configuration with { Files = [.. Items(value).Select(Text)] };
            case "exclude":
                return configuration with { Exclude = [.. Items(value).Select(Text)] };
            case "glossary":
                if (configuration.Server is not null)
                {
                    Report("CFG003", key.Start, "'glossary' and 'server' are both given. Keep the one whose terms count.");
                }

                return configuration with { Glossary = Text(value) };
            case "server":
                if (configuration.Glossary is not null)
                {
                    Report("CFG003", key.Start, "'glossary' and 'server' are both given. Keep the one whose terms count.");
                }

                return configuration with { Server = Text(value) };
            case "baseline":
                return configuration with { Baseline = Text(value) };
            case "fail-on":
                return configuration with { FailOn = SeverityOf(value, Severities[2..]) };
            case "rules":
                return configuration with { Rules = Rules(value) };
            default:
                Report("CFG002", key.Start, $"'{TextOf(key)}' is no key of this file. {Nearest.Hint(TextOf(key), Keys)}");
                return configuration;
        }
    }

    private ImmutableSortedDictionary<string, Severity> Rules(YamlNode node)
    {
        var rules = ImmutableSortedDictionary.CreateBuilder<string, Severity>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            Report("CFG003", node.Start, "'rules' must hold rules with severities, such as 'VJT002: error'.");
            return rules.ToImmutable();
        }

        foreach (var (key, value) in mapping.Children)
        {
            if (CheckRules.Find(TextOf(key)) is not { } rule)
            {
                Report("CFG002", key.Start, $"'{TextOf(key)}' is no rule. {Nearest.Hint(TextOf(key), [.. CheckRules.All.Select(r => r.Id)])}");
            }
            else if (SeverityOf(value, Severities) is { } severity)
            {
                rules[rule.Id] = severity;
            }
        }

        return rules.ToImmutable();
    }

    private Severity? SeverityOf(YamlNode node, string[] allowed)
    {
        var word = Text(node);
        if (allowed.Contains(word, StringComparer.Ordinal))
        {
            return word switch { "off" => Severity.Unspecified, "info" => Severity.Information, "warning" => Severity.Warning, _ => Severity.Error };
        }

        Report("CFG003", node.Start, $"'{word}' is no severity here. {Nearest.Hint(word, allowed)}");
        return null;
    }

    private LanguageTag? Language(YamlNode node)
    {
        var code = Text(node);
        if (LanguageTag.TryParse(code, out var language))
        {
            if (!LanguageRegistry.Knows(language))
            {
                Report("CFG003", node.Start, LanguageRegistry.Doubt(language));
            }

            return language;
        }

        Report("CFG003", node.Start, $"'{code}' is not a language code. Write a BCP 47 tag such as es, en, vi, ja or es-MX.");
        return null;
    }

    /// <summary>A list, or one value in its place.</summary>
    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequenceNode list ? list.Children : [node];

    private string Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value.Length: > 0 })
        {
            return TextOf(node);
        }

        Report("CFG003", node.Start, "a text must stand here.");
        return "";
    }

    private static string TextOf(YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : "";

    private void Report(string code, Mark place, string message) =>
        _mistakes.Add(new Diagnostic(code, DiagnosticSeverity.Error, message, _file, (int)place.Line, (int)place.Column));
}
