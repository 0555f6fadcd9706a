using System.Collections.Immutable;
using VietJapanTM.Alignment.Review;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Review;

/// <summary>
/// One pair of a document under review: its beads as the actions so far have left them, and the bead that the reviewer looks at. Not
/// thread-safe.
/// </summary>
internal sealed class ReviewSession
{
    /// <summary>The least confidence of a bead that is confirmed together with others.</summary>
    public const double LeastSure = 0.99;

    private readonly Stack<(ImmutableArray<Bead> Beads, int Cursor)> _past = new();
    private readonly List<ReviewAction> _actions = [];
    private readonly HashSet<(int, int, int, int)> _disputed;

    /// <summary>Begins at the most doubtful bead, or where none is, at the first that nobody has said anything of.</summary>
    /// <param name="document">The document.</param>
    /// <param name="pair">Index of the pair in it.</param>
    public ReviewSession(Wire.Document document, int pair)
    {
        var wire = document.Pairs[pair];
        Document = document;
        (Source, Target) = (wire.SourceLanguageCode, wire.TargetLanguageCode);
        SourceSegments = Segments(document, Source);
        TargetSegments = Segments(document, Target);
        Beads = Read(wire.Beads);
        _disputed = [.. Beads.Where((_, i) => wire.Beads[i].Disputed).Select(Spans)];
        Cursor = Doubtful.Concat(Undecided.Order()).Append(0).First();
    }

    /// <summary>The document as it was read.</summary>
    public Wire.Document Document { get; }

    /// <summary>BCP 47 tag.</summary>
    public string Source { get; }

    /// <summary>BCP 47 tag.</summary>
    public string Target { get; }

    /// <summary>The source text.</summary>
    public IReadOnlyList<string> SourceSegments { get; }

    /// <summary>The target text.</summary>
    public IReadOnlyList<string> TargetSegments { get; }

    /// <summary>The beads now.</summary>
    public ImmutableArray<Bead> Beads { get; private set; }

    /// <summary>Index of the bead that the reviewer looks at.</summary>
    public int Cursor { get; private set; }

    /// <summary>How many of its lines are scrolled away, where it has more than the screen.</summary>
    public int Scrolled { get; private set; }

    /// <summary>What was done and can be written.</summary>
    public IReadOnlyList<ReviewAction> Actions => _actions;

    /// <summary>Beads that nobody has said anything of, in the order of <see cref="ReviewOrder"/>.</summary>
    public IEnumerable<int> Undecided => ReviewOrder.Of(Beads, IsDisputed);

    /// <summary>Those of them that somebody should look at: disputed, or of a low confidence.</summary>
    public IEnumerable<int> Doubtful => Undecided.Where(i => IsDisputed(i) || Beads[i].Confidence < PairConfidence.Doubtful);

    /// <summary>Those that hardly anybody needs to look at, in order of the text.</summary>
    public IEnumerable<int> Sure => Undecided.Where(i => !IsDisputed(i) && Beads[i].Confidence >= LeastSure).Order();

    /// <summary>True where another language contradicts a bead that nobody has said anything of, nor changed.</summary>
    public bool IsDisputed(int bead) => Beads[bead].Status == BeadStatus.Draft && _disputed.Contains(Spans(Beads[bead]));

    /// <summary>Goes to a bead; beyond an end to that end.</summary>
    public void GoTo(int bead)
    {
        Cursor = Math.Clamp(bead, 0, Math.Max(0, Beads.Length - 1));
        Scrolled = 0;
    }

    /// <summary>Scrolls within the bead; what is less than 0 stands for 0.</summary>
    public void ScrollTo(int line) => Scrolled = Math.Max(0, line);

    /// <summary>The bead after this one, in order of the text and round from the end, that nobody has said anything of; null where there is no other.</summary>
    public int? NextUndecided() => Undecided.Where(i => i != Cursor).OrderBy(i => i < Cursor).ThenBy(i => i).Select(i => (int?)i).FirstOrDefault();

    /// <summary>
    /// The bead that comes next in <see cref="Doubtful"/> after the one that the reviewer looks at, round from the end; the first where that one
    /// is not among them. Null where there is no other.
    /// </summary>
    public int? NextDoubtful()
    {
        var order = Doubtful.ToList();
        var next = order.Count == 0 ? Cursor : order[(order.IndexOf(Cursor) + 1) % order.Count];
        return next == Cursor ? null : next;
    }

    /// <summary>Does something; nothing where it is refused.</summary>
    /// <exception cref="Errors.DomainException">What <see cref="BeadReview"/> refuses.</exception>
    public void Do(ReviewAction action)
    {
        var after = BeadReview.Apply(Beads, [action], countedFrom: 1);
        _past.Push((Beads, Cursor));
        _actions.Add(action);
        Beads = after;
        GoTo(Cursor);
    }

    /// <summary>Takes the last action back; false where there is none.</summary>
    public bool Undo()
    {
        if (!_past.TryPop(out var before))
        {
            return false;
        }

        (Beads, Cursor, Scrolled) = (before.Beads, before.Cursor, 0);
        _actions.RemoveAt(_actions.Count - 1);
        return true;
    }

    private static (int, int, int, int) Spans(Bead bead) => (bead.SourceStart, bead.SourceCount, bead.TargetStart, bead.TargetCount);

    private static List<string> Segments(Wire.Document document, string language) =>
        [.. document.Texts.First(t => t.LanguageCode == language).Segments.Select(s => s.Text)];

    // An empty side of the wire has no index: it stands where the one before has ended.
    private static ImmutableArray<Bead> Read(IReadOnlyList<Wire.Bead> beads)
    {
        var read = ImmutableArray.CreateBuilder<Bead>(beads.Count);
        var (source, target) = (0, 0);
        foreach (var bead in beads)
        {
            var status = bead.Status switch
            {
                Wire.Bead.Types.Status.Confirmed => BeadStatus.Confirmed,
                Wire.Bead.Types.Status.Rejected => BeadStatus.Rejected,
                _ => BeadStatus.Draft,
            };
            read.Add(new Bead(source, bead.Source.Count, target, bead.Target.Count, bead.Confidence, status));
            (source, target) = (source + bead.Source.Count, target + bead.Target.Count);
        }

        return read.ToImmutable();
    }
}
