using System.Collections.Immutable;
using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// Aligns the sentences of a text in two languages, of any languages; a shipped lexicon makes it better. Thread-safe;
/// deterministic. DESIGN.md explains it, naive first.
/// </summary>
public sealed class SentenceAligner
{
    private readonly LexiconShelf _shelf;

    /// <summary>Makes an aligner.</summary>
    /// <param name="options">What to weigh; null for the defaults.</param>
    public SentenceAligner(AlignmentOptions? options = null)
        : this(options, ShippedLexicons.Shelf)
    {
    }

    /// <summary>Makes an aligner with other lexicons than the shipped ones.</summary>
    internal SentenceAligner(AlignmentOptions? options, LexiconShelf shelf)
    {
        Options = options ?? AlignmentOptions.Default;
        _shelf = shelf;
    }

    /// <summary>What the alignment weighs.</summary>
    public AlignmentOptions Options { get; }

    /// <summary>Aligns two texts.</summary>
    /// <param name="source">One side; may have no segments.</param>
    /// <param name="target">The other side.</param>
    /// <param name="evidence">Texts known to say the same, such as glossary terms and approved units; null for none.</param>
    /// <param name="cancellationToken">Stops the work within some hundred segments.</param>
    /// <returns>
    /// Beads of 0:1 to 4:4 in order, larger where sentences interlock or one segment holds many, covering both sides without a gap;
    /// confidences are calibrated.
    /// </returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Bead> Align(
        AlignmentSide source,
        AlignmentSide target,
        AlignmentEvidence? evidence = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var x = Tokenize(source, cancellationToken);
        var y = Tokenize(target, cancellationToken);
        using var pair = Begin(source.Language, x, target.Language, y, evidence, cancellationToken);
        return pair.Search(null, cancellationToken).Beads;
    }

    /// <summary>A side as its pairs read it.</summary>
    internal TokenizedSide Tokenize(AlignmentSide side, CancellationToken cancellationToken) =>
        TokenizedSide.Of(side.Segments, Options.UseSentences, cancellationToken);

    /// <summary>Begins to align two texts: what is known of their words is gathered, and the first pass made.</summary>
    internal PairAlignment Begin(
        LanguageTag first, TokenizedSide x, LanguageTag second, TokenizedSide y, AlignmentEvidence? evidence, CancellationToken cancellationToken)
    {
        if (Route(second, first) is { Direct: not null } swapped)
        {
            // The lexicon's rows are the target's words.
            var links = new LinkTable(y, x, swapped, EvidenceLexicon.Of(evidence, second, first), Options);
            return new PairAlignment(x, y, links.Backward(), links.Forward(), Options, cancellationToken);
        }
        else
        {
            var links = new LinkTable(x, y, Route(first, second), EvidenceLexicon.Of(evidence, first, second), Options);
            return new PairAlignment(x, y, links.Forward(), links.Backward(), Options, cancellationToken);
        }
    }

    private LexiconRoute? Route(LanguageTag first, LanguageTag second) =>
        Options.UseShippedLexicon ? _shelf.Route(first.Primary, second.Primary, Options.UsePivot) : null;
}
