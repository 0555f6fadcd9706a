using System.Collections.Immutable;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Support;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// Aligns one text in two, three or four languages. Each pair is searched by itself; with three or more each is then searched again, knowing
/// what the others found. Thread-safe; deterministic.
/// </summary>
public sealed class MultilingualAligner
{
    /// <summary>The most languages that one alignment takes.</summary>
    public const int MaxLanguages = 4;

    private readonly SentenceAligner _pairs;

    /// <summary>Makes an aligner.</summary>
    /// <param name="options">What to weigh; null for the defaults.</param>
    public MultilingualAligner(AlignmentOptions? options = null)
        : this(options, ShippedLexicons.Shelf)
    {
    }

    /// <summary>Makes an aligner with other lexicons than the shipped ones.</summary>
    internal MultilingualAligner(AlignmentOptions? options, LexiconShelf shelf) => _pairs = new SentenceAligner(options, shelf);

    /// <summary>Aligns the sides.</summary>
    /// <param name="sides">Two to four sides in different languages; a side may have no segments.</param>
    /// <param name="evidence">Texts known to say the same; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Fewer than two or more than four sides, or a language twice.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public MultilingualAlignment Align(
        ImmutableArray<AlignmentSide> sides,
        AlignmentEvidence? evidence = null,
        CancellationToken cancellationToken = default)
    {
        if (sides.IsDefault || sides.Length is < 2 or > MaxLanguages)
        {
            throw new ArgumentException($"An alignment takes 2 to {MaxLanguages} sides.", nameof(sides));
        }

        if (sides.Select(side => side.Language).Distinct().Count() < sides.Length)
        {
            throw new ArgumentException("Each side needs a language of its own.", nameof(sides));
        }

        var pairs = Search(sides, evidence, cancellationToken);
        var doubts = LanguageCheck.Find(sides);
        var mismatches = TranslationCheck.Find(sides, pairs);
        return Assemble([.. sides.Select(side => side.Segments.Length)], pairs) with
        {
            Doubts = doubts,
            Mismatches = [.. mismatches.Where(m => !doubts.Any(d => d.Stated == m.Source || d.Stated == m.Target))],
            MissingParts = [.. MissingPart.Find(pairs).Where(part => !mismatches.Any(m => m.IsOf(part.Language, part.Other)))],
        };
    }

    private ImmutableArray<PairBeads> Search(ImmutableArray<AlignmentSide> sides, AlignmentEvidence? evidence, CancellationToken cancellationToken)
    {
        var texts = sides.Select(side => _pairs.Tokenize(side, cancellationToken)).ToList();
        var order = LanguagePairs.Of(sides.Length).ToList();
        var searches = order.ConvertAll(pair => _pairs.Begin(
            sides[pair.First].Language, texts[pair.First], sides[pair.Second].Language, texts[pair.Second], evidence, cancellationToken));
        var paths = searches.ConvertAll(search => search.Search(null, cancellationToken));
        if (sides.Length > 2 && _pairs.Options.UseOtherPairs)
        {
            var support = new PairSupport(texts.ConvertAll(text => text.Count), paths.ConvertAll(path => path.Sentences));
            paths = [.. order.Zip(searches, (pair, search) => search.Search(support.Of(pair.First, pair.Second), cancellationToken))];
        }

        searches.ForEach(search => search.Dispose());
        return [.. order.Zip(paths, (pair, path) => new PairBeads(sides[pair.First].Language, sides[pair.Second].Language, path.Beads))];
    }

    private static MultilingualAlignment Assemble(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs) => new()
    {
        Pairs = pairs,
        Units = UnitJoiner.Join(lengths.Length, pairs),
        Chain = ClosedChain.Close(lengths, pairs),
        Disagreements = TriangleCheck.Find(lengths, pairs),
    };
}
