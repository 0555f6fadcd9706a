using System.Collections.Immutable;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Scoring;

/// <summary>Turns the steps of an alignment into named edits and into parts for display.</summary>
internal sealed class EditScript(EditCosts costs, string query, List<SegmentToken> queryTokens, string source, List<SegmentToken> sourceTokens)
{
    private readonly ImmutableArray<EditOperation>.Builder _edits = ImmutableArray.CreateBuilder<EditOperation>();
    private readonly ImmutableArray<DifferencePart>.Builder _parts = ImmutableArray.CreateBuilder<DifferencePart>();
    private readonly CodePointCounter _queryPoints = new(query);
    private readonly CodePointCounter _sourcePoints = new(source);
    private int _queryAt;
    private int _sourceAt;

    /// <summary>Appends a step.</summary>
    public void Add(AlignedTokens step)
    {
        if (step.Source < 0)
        {
            AddAlone(EditAction.Insert, queryTokens[step.Query]);
        }
        else if (step.Query < 0)
        {
            AddAlone(EditAction.Delete, sourceTokens[step.Source]);
        }
        else
        {
            AddPair(queryTokens[step.Query], sourceTokens[step.Source]);
        }
    }

    /// <summary>The edits so far.</summary>
    public ImmutableArray<EditOperation> Edits() => _edits.ToImmutable();

    /// <summary>The parts so far.</summary>
    public ImmutableArray<DifferencePart> Difference() => _parts.ToImmutable();

    private void AddAlone(EditAction action, in SegmentToken token)
    {
        var inserted = action == EditAction.Insert;
        var q = inserted ? QuerySpan(token.Start, token.End) : QuerySpan(_queryAt, _queryAt);
        var s = inserted ? SourceSpan(_sourceAt, _sourceAt) : SourceSpan(token.Start, token.End);
        _edits.Add(new EditOperation(action, token.Form.Kind, costs.Weight(token.Form.Kind), q, s));
        AddPart(inserted ? DifferenceKind.Insert : DifferenceKind.Delete, q, s);
    }

    private void AddPair(in SegmentToken token, in SegmentToken other)
    {
        if (TokenCosts.Pair(costs, token, other) == 0)
        {
            AddPart(DifferenceKind.Equal, QuerySpan(token.Start, token.End), SourceSpan(other.Start, other.End));
            return;
        }

        var (form, otherForm) = (token.Form, other.Form);
        var sameKind = form.Kind == otherForm.Kind;
        var replaced = !sameKind || form.Fold != otherForm.Fold;
        if (!(replaced && (!sameKind || form.Kind == EditKind.Word)))
        {
            AddWhiteSpace(token, other);
        }

        var q = QuerySpan(token.Start, token.End);
        var s = SourceSpan(other.Start, other.End);
        if (replaced)
        {
            var kind = costs.Weight(form.Kind) >= costs.Weight(otherForm.Kind) ? form.Kind : otherForm.Kind;
            var cost = sameKind ? costs.Replaced(kind) : costs.Weight(kind);
            _edits.Add(new EditOperation(EditAction.Replace, kind, cost, q, s));
        }
        else
        {
            AddDifferences(form, otherForm, q, s);
        }

        AddPart(form.Text == otherForm.Text ? DifferenceKind.Equal : DifferenceKind.Replace, q, s);
    }

    private void AddDifferences(TokenForm form, TokenForm other, TextSpan q, TextSpan s)
    {
        var before = _edits.Count;
        for (var i = 0; i < form.Residues.Length; i++)
        {
            if (form.Residues[i] != other.Residues[i])
            {
                var kind = TokenForm.CheapKinds[i];
                _edits.Add(new EditOperation(EditAction.Replace, kind, costs.Difference(kind), q, s));
            }
        }

        if (_edits.Count == before && form.Text != other.Text)
        {
            _edits.Add(new EditOperation(EditAction.Replace, EditKind.Width, costs.Width, q, s));
        }
    }

    private void AddWhiteSpace(in SegmentToken token, in SegmentToken other)
    {
        if (TokenCosts.IsSameGap(token.Gap, other.Gap))
        {
            return;
        }

        var q = QuerySpan(_queryAt, token.Start);
        var s = SourceSpan(_sourceAt, other.Start);
        var action = other.Gap == Gap.None ? EditAction.Insert : token.Gap == Gap.None ? EditAction.Delete : EditAction.Replace;
        _edits.Add(new EditOperation(action, EditKind.WhiteSpace, costs.WhiteSpace, q, s));
        AddPart((DifferenceKind)((int)action + 1), q, s);
    }

    /// <summary>Joins a part to the last one: equal to equal, and whatever differs to whatever differs.</summary>
    private void AddPart(DifferenceKind kind, TextSpan q, TextSpan s)
    {
        (_queryAt, _sourceAt) = (q.EndUtf16, s.EndUtf16);
        if (_parts.Count > 0 && (_parts[^1].Kind == DifferenceKind.Equal) == (kind == DifferenceKind.Equal))
        {
            var last = _parts[^1];
            var joined = last.Kind == kind ? kind : DifferenceKind.Replace;
            _parts[^1] = new DifferencePart(joined, Join(last.Query, q), Join(last.Source, s));
        }
        else
        {
            _parts.Add(new DifferencePart(kind, q, s));
        }
    }

    private static TextSpan Join(TextSpan first, TextSpan second) =>
        second.IsEmpty ? first
        : first.IsEmpty ? second
        : new TextSpan(first.StartUtf16, second.EndUtf16, first.StartCodePoint, second.EndCodePoint);

    private TextSpan QuerySpan(int start, int end) => _queryPoints.Span(start, end);

    private TextSpan SourceSpan(int start, int end) => _sourcePoints.Span(start, end);
}
