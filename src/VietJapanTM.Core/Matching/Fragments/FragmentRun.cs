using System.Collections.Immutable;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// Covers a query with pieces that stored segments hold: the longest first, then the longest of what is left. A piece has two words or more,
/// in Japanese and Chinese four characters.
/// </summary>
internal sealed class FragmentRun(LookupQuery query, IndexSnapshot snapshot, IUnitSource source, string tenant, CancellationToken cancellationToken)
{
    /// <summary>Longer queries are not covered, in words.</summary>
    private const int MaxWords = 1_000;
    private const int LeastWords = 2;
    private const int LeastCharacters = 4;

    private readonly long _revision = snapshot.Resolve(query.AsOf);
    private WordCutter? _cutter;
    private List<KeyedToken> _words = [];

    public ImmutableArray<Fragment> Answer()
    {
        var chunks = new List<IndexChunk>();
        foreach (var memory in snapshot.Memories.Values.Where(m => query.Memories is not { } choices || choices.Any(c => c.MemoryId == m.Settings.Id)))
        {
            foreach (var (key, index) in memory.Indexes)
            {
                if (key.Profile == MatchProfile.Standard && LocaleRelations.Of(query.SourceLanguage, key.Language) != LocaleRelation.None)
                {
                    // Indexes of one language share their analysis.
                    _cutter ??= new WordCutter(index.Forms, key.Language);
                    chunks.AddRange(index.WholeChunks());
                }
            }
        }

        _words = _cutter?.Tokens(query.Text) ?? [];
        if (_words.Count is 0 or > MaxWords)
        {
            return [];
        }

        var longest = new HeldPieces(_words, chunks, _revision).Find([.. Enumerable.Range(0, _words.Count).Select(LeastEnd)], cancellationToken);
        return [.. Cover(longest).OrderBy(c => c.Start).Select(Describe).OfType<Fragment>()];
    }

    /// <summary>Where the least piece ends that begins at a word; beyond the last word where none can.</summary>
    private int LeastEnd(int start)
    {
        var end = start + 1;
        while (end <= _words.Count && Size(start, end - start) < Least)
        {
            end++;
        }

        return end;
    }

    private List<(int Start, int Length, HeldPiece Piece)> Cover(HeldPiece[] longest)
    {
        var cover = new List<(int Start, int Length, HeldPiece Piece)>();
        var isCovered = new bool[longest.Length];
        while (true)
        {
            var (best, start, length) = (0, 0, 0);
            for (var at = longest.Length - 1; at >= 0; at--)
            {
                var most = isCovered[at] ? 0 : longest[at].Length;
                var free = Array.IndexOf(isCovered, true, at) is var next && next >= 0 ? next - at : longest.Length - at;
                if (Size(at, Math.Min(most, free)) is var size && size >= best && size > 0)
                {
                    (best, start, length) = (size, at, Math.Min(most, free));
                }
            }

            if (best < Least)
            {
                return cover;
            }

            Array.Fill(isCovered, true, start, length);
            cover.Add((start, length, longest[start]));
        }
    }

    /// <summary>What a piece must have, in words or in characters.</summary>
    private int Least => _cutter!.ByCharacters ? LeastCharacters : LeastWords;

    /// <summary>In words, or in characters.</summary>
    private int Size(int start, int length) =>
        _cutter!.ByCharacters ? _words.Skip(start).Take(length).Sum(w => w.Token.Length) : length;

    /// <summary>Fetches the unit and finds the piece in its text.</summary>
    private Fragment? Describe((int Start, int Length, HeldPiece Piece) cover)
    {
        var (chunk, row) = (cover.Piece.Chunk, cover.Piece.Row);
        if (source.FindUnitVersions(tenant, [new UnitVersionName(chunk.UnitIdOf(row), chunk.BeginOf(row))])[0] is not { } unit)
        {
            return null;
        }

        var (first, last) = (_words[cover.Start].Token, _words[cover.Start + cover.Length - 1].Token);
        var ordinal = chunk.OrdinalOf(row);
        var text = unit.Variants[ordinal].Text;
        var words = _cutter!.Tokens(text);
        for (var at = 0; at + cover.Length <= words.Count; at++)
        {
            if (Enumerable.Range(0, cover.Length).All(i => words[at + i].Form.Form.Fold == _words[cover.Start + i].Form.Form.Fold))
            {
                var span = new CodePointCounter(text).Span(words[at].Token.Start, words[at + cover.Length - 1].Token.End);
                var target = unit.Variants.FirstOrDefault(v =>
                    v.Status != VariantStatus.Rejected && LocaleRelations.Of(query.TargetLanguage, v.Language) != LocaleRelation.None);
                return new Fragment(new CodePointCounter(query.Text).Span(first.Start, last.End), unit, ordinal, span)
                {
                    Target = target,
                    Aligned = target is null ? [] : FragmentAligner.Align(unit.Variants[ordinal], span, target),
                };
            }
        }

        return null;
    }
}
