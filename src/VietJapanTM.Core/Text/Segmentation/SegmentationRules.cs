using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Text.Segmentation;

/// <summary>A set of SRX rules for several languages: the shipped one, or a user's file. Thread-safe.</summary>
public sealed class SegmentationRules
{
    private const string ShippedResource = "VietJapanTM.Text.Segmentation.Rules.default.srx";
    private static readonly Lazy<SegmentationRules> LazyShipped = new(() => LoadShipped(keepWords: true));

    private readonly string? _file;
    private readonly SrxDocument _document;
    private readonly bool _keepWords;

    /// <summary>By the names of the rule sets, of which a file has few; of language tags there is no end.</summary>
    private readonly ConcurrentDictionary<string, Segmenter> _segmenters = new(StringComparer.Ordinal);

    private SegmentationRules(string? file, SrxDocument document, bool keepWords)
    {
        _file = file;
        _document = document;
        _keepWords = keepWords;
    }

    /// <summary>The rules for Spanish, English, Vietnamese and Japanese that come with the product.</summary>
    public static SegmentationRules Shipped => LazyShipped.Value;

    /// <summary>Reads an SRX 2.0 file.</summary>
    /// <param name="file">The file, as messages shall name it.</param>
    /// <param name="input">Its content.</param>
    /// <param name="diagnostics">Receives one entry for each rule that was refused; the other rules work.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: not an SRX file.</exception>
    public static SegmentationRules Read(string file, Stream input, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var document = SrxReader.Read(file, input, SrxReader.MatchTimeout);
        foreach (var (_, diagnostic) in document.Refused)
        {
            diagnostics.Add(diagnostic);
        }

        return new SegmentationRules(file, document, keepWords: false);
    }

    /// <summary>What was refused of the rules of some languages, and of no rule set; rules of other languages do not concern their texts.</summary>
    public IReadOnlyList<Diagnostic> RefusedFor(IReadOnlyCollection<LanguageTag> languages)
    {
        var sets = languages.SelectMany(MapsOf).Select(m => m.RuleName).ToHashSet(StringComparer.Ordinal);
        return [.. _document.Refused.Where(r => r.RuleName is null || sets.Contains(r.RuleName)).Select(r => r.Diagnostic)];
    }

    /// <summary>The segmenter of a language.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.LanguageUnsupported"/>: no rule set is mapped to the language.</exception>
    public Segmenter For(LanguageTag language)
    {
        var maps = MapsOf(language);
        return maps.Count > 0
            ? _segmenters.GetOrAdd(string.Join('\n', maps.Select(m => m.RuleName)), _ => new Segmenter([.. maps.SelectMany(m => _document.Rules[m.RuleName])], _keepWords, joinsLines: _file is null))
            : throw new DomainException(
                ErrorCode.LanguageUnsupported,
                _file is null
                    ? $"There are no segmentation rules for '{language}'. The shipped rules know es, en, vi and ja."
                    : $"{_file} has no segmentation rules for '{language}'. Add a languagemap whose pattern matches it.",
                field: "language");
    }

    /// <summary>Loads the shipped rules.</summary>
    /// <param name="keepWords">Skip the positions where they never break; false asks at every position, which tests compare.</param>
    internal static SegmentationRules LoadShipped(bool keepWords)
    {
        using var stream = typeof(SegmentationRules).Assembly.GetManifestResourceStream(ShippedResource)
            ?? throw new InvalidOperationException($"The resource {ShippedResource} is missing from the assembly.");

        // The shipped rules never break inside a word or behind a blank, which spares most positions; of a user's rules nobody knows.
        // They have no time limit: it runs by the wall clock, and on a busy machine it would end good work.
        var document = SrxReader.Read("default.srx", stream, Regex.InfiniteMatchTimeout);
        return document.Refused.Count == 0
            ? new SegmentationRules(null, document, keepWords)
            : throw new InvalidOperationException(string.Join('\n', document.Refused.Select(r => r.Diagnostic)));
    }

    private List<LanguageMap> MapsOf(LanguageTag language) =>
        [.. _document.Maps.Where(m => Matches(m.Pattern, language.Value)).Take(_document.Cascade ? int.MaxValue : 1)];

    private static bool Matches(string pattern, string language) =>
        Regex.IsMatch(language, $"^(?:{pattern})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, SrxReader.MatchTimeout);
}
