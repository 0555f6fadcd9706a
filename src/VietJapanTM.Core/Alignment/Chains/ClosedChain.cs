using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// Closes pair beads over all languages. The first language is cut where no bead of any of its pairs crosses; what the others
/// say between two cuts makes one link. What the others insert at a cut is closed among themselves in the same way.
/// </summary>
internal sealed class ClosedChain
{
    private readonly int _languages;
    private readonly ImmutableArray<PairBeads> _pairs;
    private readonly LinkJudge _judge;
    private readonly ImmutableArray<ChainLink>.Builder _links = ImmutableArray.CreateBuilder<ChainLink>();

    private ClosedChain(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs)
    {
        _languages = lengths.Length;
        _pairs = pairs;
        _judge = new LinkJudge(lengths, pairs);
    }

    /// <summary>The chain.</summary>
    /// <param name="lengths">Segments a language.</param>
    /// <param name="pairs">The beads of every pair, in the order of <see cref="LanguagePairs"/>.</param>
    public static ImmutableArray<ChainLink> Close(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs)
    {
        var chain = new ClosedChain(lengths, pairs);
        chain.Close(0, [.. lengths.Select(length => new SegmentSpan(0, length))]);
        return chain._links.ToImmutable();
    }

    /// <summary>Closes the languages from <paramref name="first"/> on within <paramref name="ranges"/>; the others' ranges are empty.</summary>
    private void Close(int first, SegmentSpan[] ranges)
    {
        if (first == _languages)
        {
            return;
        }

        if (ranges[first].IsEmpty)
        {
            Close(first + 1, ranges);
            return;
        }

        var pieces = new List<Piece>[_languages];
        var at = new int[_languages];
        for (var other = first + 1; other < _languages; other++)
        {
            pieces[other] = Clip(_pairs[LanguagePairs.IndexOf(first, other, _languages)].Beads, ranges[first], ranges[other]);
        }

        var cut = ranges[first].Start;
        var position = ranges.Select(range => range.Start).ToArray();
        while (cut < ranges[first].End)
        {
            Insertions(first, position, pieces, at);
            _links.Add(_judge.Judge(NextLink(first, cut, pieces, at, position)));
            cut = position[first];
        }

        Insertions(first, position, pieces, at);
    }

    /// <summary>Emits what stands at a cut and has no counterpart in the first language.</summary>
    private void Insertions(int first, int[] position, List<Piece>[] pieces, int[] at)
    {
        var ranges = position.Select(start => new SegmentSpan(start, 0)).ToArray();
        var any = false;
        for (var other = first + 1; other < _languages; other++)
        {
            var start = position[other];
            while (at[other] < pieces[other].Count && pieces[other][at[other]].Source.IsEmpty)
            {
                position[other] = pieces[other][at[other]++].Target.End;
            }

            ranges[other] = new SegmentSpan(start, position[other] - start);
            any |= !ranges[other].IsEmpty;
        }

        if (any && first + 1 == _languages - 1)
        {
            InsertEach(pieces[first + 1], at[first + 1], ranges);
        }
        else if (any)
        {
            Close(first + 1, ranges);
        }
    }

    private void InsertEach(List<Piece> pieces, int end, SegmentSpan[] ranges)
    {
        var last = _languages - 1;
        var begin = end;
        while (begin > 0 && pieces[begin - 1].Source.IsEmpty && pieces[begin - 1].Target.Start >= ranges[last].Start)
        {
            begin--;
        }

        for (var k = begin; k < end; k++)
        {
            var spans = (SegmentSpan[])ranges.Clone();
            spans[last] = pieces[k].Target;
            _links.Add(_judge.Judge(spans));
        }
    }

    /// <summary>Takes pieces from every pair until all end at the same place in the first language.</summary>
    private SegmentSpan[] NextLink(int first, int cut, List<Piece>[] pieces, int[] at, int[] position)
    {
        var starts = (int[])position.Clone();
        var end = cut + 1;
        for (var settled = false; !settled;)
        {
            settled = true;
            for (var other = first + 1; other < _languages; other++)
            {
                while (at[other] < pieces[other].Count && pieces[other][at[other]].Source.Start < end)
                {
                    var piece = pieces[other][at[other]++];
                    position[other] = piece.Target.End;
                    settled &= piece.Source.End <= end;
                    end = Math.Max(end, piece.Source.End);
                }
            }
        }

        position[first] = end;
        return [.. starts.Select((start, language) => new SegmentSpan(start, position[language] - start))];
    }

    /// <summary>The beads within both ranges; a bead that reaches outside leaves its inner segments alone.</summary>
    private static List<Piece> Clip(ImmutableArray<Bead> beads, SegmentSpan source, SegmentSpan target)
    {
        var pieces = new List<Piece>();
        foreach (var bead in beads)
        {
            var x = Within(new SegmentSpan(bead.SourceStart, bead.SourceCount), source, out var wholeX);
            var y = Within(new SegmentSpan(bead.TargetStart, bead.TargetCount), target, out var wholeY);
            if (wholeX && wholeY)
            {
                pieces.Add(new Piece(x, y));
                continue;
            }

            for (var i = x.Start; i < x.End; i++)
            {
                pieces.Add(new Piece(new SegmentSpan(i, 1), new SegmentSpan(y.Start, 0)));
            }

            for (var j = y.Start; j < y.End; j++)
            {
                pieces.Add(new Piece(new SegmentSpan(x.End, 0), new SegmentSpan(j, 1)));
            }
        }

        return pieces;
    }

    private static SegmentSpan Within(SegmentSpan span, SegmentSpan range, out bool whole)
    {
        var start = Math.Clamp(span.Start, range.Start, range.End);
        var end = Math.Clamp(span.End, range.Start, range.End);
        whole = end - start == span.Count;
        return new SegmentSpan(start, end - start);
    }

    private readonly record struct Piece(SegmentSpan Source, SegmentSpan Target);
}
