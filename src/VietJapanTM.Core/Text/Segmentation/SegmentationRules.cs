using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Text.Segmentation;

/// <summary>A set of SRX rules for several languages: the shipped one, or a user's file. Thread-safe.</summary>
public sealed class SegmentationRules
{
    private const string ShippedResource = "VietJapanTM.Text.Segmentation.Rules.default.srx";
    private static readonly Lazy<SegmentationRules> LazyShipped = new(LoadShipped);

    private readonly SrxDocument _document;
    private readonly bool _keepWords;
    private readonly ConcurrentDictionary<LanguageTag, Segmenter?> _segmenters = new();

    private SegmentationRules(SrxDocument document, bool keepWords)
    {
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
    public static SegmentationRules Read(string file, Stream input, ICollection<Diagnostic> diagnostics) =>
        new(SrxReader.Read(file, input, diagnostics, SrxReader.MatchTimeout), keepWords: false);

    /// <summary>The segmenter of a language.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.LanguageUnsupported"/>: no rule set is mapped to the language.</exception>
    public Segmenter For(LanguageTag language) =>
        _segmenters.GetOrAdd(language, Create)
        ?? throw new DomainException(
            ErrorCode.LanguageUnsupported,
            $"There are no segmentation rules for '{language}'. The shipped rules know es, en, vi and ja.",
            field: "language");

    private static SegmentationRules LoadShipped()
    {
        using var stream = typeof(SegmentationRules).Assembly.GetManifestResourceStream(ShippedResource)
            ?? throw new InvalidOperationException($"The resource {ShippedResource} is missing from the assembly.");
        var diagnostics = new List<Diagnostic>();

        // The shipped rules never break inside a word, which spares most positions; of a user's rules nobody knows.
        // They have no time limit: it runs by the wall clock, and on a busy machine it would end good work.
        var rules = new SegmentationRules(SrxReader.Read("default.srx", stream, diagnostics, Regex.InfiniteMatchTimeout), keepWords: true);
        return diagnostics.Count == 0 ? rules : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    private Segmenter? Create(LanguageTag language)
    {
        var rules = new List<SegmentationRule>();
        foreach (var map in _document.Maps.Where(m => Matches(m.Pattern, language.Value)))
        {
            rules.AddRange(_document.Rules[map.RuleName]);
            if (!_document.Cascade)
            {
                break;
            }
        }

        return rules.Count == 0 ? null : new Segmenter(rules, _keepWords);
    }

    private static bool Matches(string pattern, string language) =>
        Regex.IsMatch(language, $"^(?:{pattern})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, SrxReader.MatchTimeout);
}
