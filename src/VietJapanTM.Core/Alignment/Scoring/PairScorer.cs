using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Support;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// What a bead of one pair of documents is worth: log prior + weighted length ratio + the mean of the lexical ratios of both
/// directions + how well the numbers of sentences and their ends agree − a cost for each paragraph boundary inside. What the words say against
/// a bead is bounded, because a free translation may share no word that the lexicon knows. Holds the lexical fields of the
/// current window.
/// </summary>
internal sealed class PairScorer : IDisposable
{
    private const float LengthWeight = 0.7f;
    private const float LexicalWeight = 0.5f;
    private const float ParagraphCost = 2f;

    /// <summary>What words say, by the chance in the document, of sides that are surely related: by the chance in all texts they say more.</summary>
    private const float Enough = 8f;

    /// <summary>What it says that the sides bear different numbers; where they do, words that recur in each article or rule say little.</summary>
    private const float OtherNumber = -40f;

    /// <summary>The least that words say of a 1:1 bead: the logarithm of the share of those that are too free for them to say anything.</summary>
    private const float LexicalFloor = -11f;

    /// <summary>By how much that falls with each further sentence, so that a bead does not swallow what nothing speaks for.</summary>
    private const float FurtherFloor = -5.5f;
    private readonly AlignmentOptions _options;
    private readonly LengthModel _lengths;
    private readonly LexicalField _targetGivenSource;
    private readonly LexicalField _sourceGivenTarget;
    private readonly SentenceCountModel _sentences;
    private readonly EndingModel _endings;
    private readonly Recurrence _recurrence;
    private readonly AloneModel _alone;
    private readonly WindowLinks _window;
    private readonly bool _sourceIsFirst;
    private readonly bool _hasParagraphs;
    private readonly TokenizedSide _source;
    private readonly TokenizedSide _target;
    private readonly DirectionModel _forward;
    private readonly DirectionModel _backward;
    private float[] _sums = new float[64];
    private int _width;
    private int _sourceStart;
    private int _targetStart;

    public PairScorer(
        TokenizedSide source, TokenizedSide target, DirectionModel forward, DirectionModel backward, LengthModel lengths, AlignmentOptions options)
    {
        _source = source;
        _target = target;
        _forward = forward;
        _backward = backward;
        _lengths = lengths;
        _sentences = new SentenceCountModel(source, target);
        _endings = new EndingModel(source, target);
        _recurrence = new Recurrence(source, target);
        _alone = new AloneModel(source, target);
        _options = options;
        _hasParagraphs = options.UseParagraphs && (IsParted(source) || IsParted(target));
        _window = WindowLinks.Of(forward);
        _sourceIsFirst = forward.GivenIsFirst;
        _targetGivenSource = new LexicalField(forward, givenMajor: true);
        _sourceGivenTarget = new LexicalField(backward, givenMajor: false);
    }

    /// <summary>How common each shape of bead is.</summary>
    public BeadPriors Priors { get; private set; } = BeadPriors.Default;

    /// <summary>Weighs each shape of bead by what a first pass found.</summary>
    public void EstimatePriors(IReadOnlyList<Step> steps) => Priors = BeadPriors.Estimate(steps, _sentences);

    /// <summary>What the way round by other languages says; null where there are none.</summary>
    public WayRound? WayRound { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _window.Dispose();
        _targetGivenSource.Dispose();
        _sourceGivenTarget.Dispose();
    }

    /// <summary>Prepares the scores of beads within a window.</summary>
    /// <param name="source">First source segment and how many.</param>
    /// <param name="target">First target segment and how many.</param>
    /// <param name="sourcesNear">For each target segment of the window the source segments it is wanted with, window-relative.</param>
    /// <param name="targetsNear">For each source segment likewise.</param>
    public void Prepare(SegmentSpan source, SegmentSpan target, Near[] sourcesNear, Near[] targetsNear)
    {
        _sourceStart = source.Start;
        _targetStart = target.Start;
        _width = target.Count;
        var (sourceWords, targetWords) = _window.Collect(source, target, _sourceIsFirst);
        _targetGivenSource.Fill(sourceWords, targetWords, _width, sourcesNear);
        _sourceGivenTarget.Fill(targetWords, sourceWords, _width, targetsNear);
    }

    /// <summary>
    /// The scores of the beads of one type that begin at source <paramref name="i"/> and at each of
    /// <paramref name="scores"/>.Length targets from <paramref name="first"/> on.
    /// </summary>
    public void Score(int index, int i, int first, Span<float> scores)
    {
        var type = BeadType.All[index];
        if (type.IsOneSided)
        {
            scores.Fill(Priors[index]);
            _alone.AddRow(index, i, first, scores);
            WayRound?.AddAlone(index, i, first, scores);
            WayRound?.AddBoundaries(i + type.A, first + type.B, scores);
            return;
        }

        Weigh(type, Priors[index], i, first, scores);
        AddRest(type, i, first, scores);
    }

    /// <summary>What recurrences, paragraphs and other pairs say.</summary>
    private void AddRest(BeadType type, int i, int first, Span<float> scores)
    {
        if (_options.UseRecurrence)
        {
            _recurrence.AddRow(i, type.A, first, type.B, scores);
        }

        if (_hasParagraphs)
        {
            SubtractParagraphs(type, i, first, scores);
        }

        WayRound?.AddBoundaries(i + type.A, first + type.B, scores);
    }

    /// <summary>
    /// The score of one two-sided bead of any shape, of no more than <see cref="BeadType.MostJoined"/> segments a side, word by word.
    /// The scores of a window stay as they are.
    /// </summary>
    public float Score(Step bead)
    {
        var type = new BeadType(bead.A, bead.B);
        var (source, target) = (new SegmentSpan(bead.Source, bead.A), new SegmentSpan(bead.Target, bead.B));
        var words = (_forward.Score(source, target, _window, ref _sums) + _backward.Score(target, source, _window, ref _sums)) * LexicalWeight;
        Span<float> score = [Prior(type) + (float)Math.Max(words, Floor(type))];
        if (_options.UseLength)
        {
            score[0] += _lengths.Ratios(_lengths.At(bead.Source, bead.A), bead.Target, bead.B)[0] * LengthWeight;
        }

        if (_options.UseSentenceCounts)
        {
            score[0] += Priors.Differences(type)[_sentences.Difference(bead)];
        }

        if (_options.UseEndings)
        {
            score[0] += _endings.Ratios(bead.SourceEnd - 1, bead.TargetEnd - 1)[0];
        }

        AddRest(type, bead.Source, bead.Target, score);
        return score[0];
    }

    /// <summary>
    /// What the words of a two-sided bead say, related against unrelated, whatever the document is like: the mean of both directions. Null where no lexicon
    /// knows the languages, so that words say nothing. The bead lies in the window.
    /// </summary>
    public float? Relate(Step bead)
    {
        if (!_forward.HasLexicon)
        {
            return null;
        }

        var (one, other) = (_source.Labels[bead.Source], _target.Labels[bead.Target]);
        return RelateWords(bead) + (one > 0 && other > 0 && one != other ? OtherNumber : 0);
    }

    /// <summary>Where the search has found words that say more than enough, they need not be read again.</summary>
    private float RelateWords(Step bead)
    {
        if (BeadType.IndexOf(bead.A, bead.B) >= 0 && SearchedWords(bead) is >= Enough and var searched)
        {
            return searched;
        }

        var (source, target) = (new SegmentSpan(bead.Source, bead.A), new SegmentSpan(bead.Target, bead.B));
        return (float)(_forward.Relate(source, target, _window, ref _sums) + _backward.Relate(target, source, _window, ref _sums)) / 2;
    }

    /// <summary>What the words of a bead of the window said in the search.</summary>
    private float SearchedWords(Step bead)
    {
        var (row, column, sum) = (bead.Source - _sourceStart, bead.Target - _targetStart, 0f);
        for (var b = 0; b < bead.B; b++)
        {
            sum += _targetGivenSource.Scores(bead.A - 1)[(row * _width) + column + b];
        }

        for (var a = 0; a < bead.A; a++)
        {
            sum += _sourceGivenTarget.Scores(bead.B - 1)[((row + a) * _width) + column];
        }

        return sum * LexicalWeight;
    }

    private float Prior(BeadType type) => BeadType.IndexOf(type.A, type.B) is >= 0 and var index ? Priors[index] : BeadPriors.Large(type);

    private float Floor(BeadType type) => _options.UseFreeTranslations ? LexicalFloor + ((type.A + type.B - 2) * FurtherFloor) : float.MinValue;

    /// <summary>What words, lengths and ends of sentences say, for sixteen beads at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh(BeadType type, float prior, int i, int first, Span<float> scores)
    {
        var column = first - _targetStart;
        var row = i - _sourceStart;
        var forward = _targetGivenSource.Scores(type.A - 1);
        var backward = _sourceGivenTarget.Scores(type.B - 1);
        var floor = Vector512.Create(Floor(type));
        var lengths = _lengths.At(i, type.A);
        var differences = Priors.Differences(type);
        for (var k = 0; k < scores.Length; k += Vector512<float>.Count)
        {
            var sum = Vector512<float>.Zero;
            for (var b = 0; b < type.B; b++)
            {
                sum += Vector512.Create(forward[((row * _width) + column + b + k)..]) * LexicalWeight;
            }

            for (var a = 0; a < type.A; a++)
            {
                sum += Vector512.Create(backward[(((row + a) * _width) + column + k)..]) * LexicalWeight;
            }

            sum = Vector512.Max(sum, floor) + Vector512.Create(prior);
            if (_options.UseLength)
            {
                sum += _lengths.Ratios(lengths, first + k, type.B) * LengthWeight;
            }

            if (_options.UseSentenceCounts)
            {
                sum += _sentences.Ratios(i, type.A, first + k, type.B, differences);
            }

            if (_options.UseEndings)
            {
                sum += _endings.Ratios(i + type.A - 1, first + k + type.B - 1);
            }

            if (k + Vector512<float>.Count <= scores.Length)
            {
                sum.CopyTo(scores[k..]);
            }
            else
            {
                CopyFirst(sum, scores[k..]);
            }
        }
    }

    private static void CopyFirst(Vector512<float> lanes, Span<float> scores)
    {
        Span<float> all = stackalloc float[Vector512<float>.Count];
        lanes.CopyTo(all);
        all[..scores.Length].CopyTo(scores);
    }

    private static bool IsParted(TokenizedSide side) => side.Count > 0 && side.Paragraphs[^1] != side.Paragraphs[0];

    private void SubtractParagraphs(BeadType type, int i, int first, Span<float> scores)
    {
        var inside = _source.Paragraphs[i + type.A - 1] != _source.Paragraphs[i] ? 1 : 0;
        for (var k = 0; k < scores.Length; k++)
        {
            var crossings = inside + (_target.Paragraphs[first + k + type.B - 1] != _target.Paragraphs[first + k] ? 1 : 0);
            scores[k] -= ParagraphCost * crossings;
        }
    }
}
