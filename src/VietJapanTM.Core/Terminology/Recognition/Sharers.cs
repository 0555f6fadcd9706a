using VietJapanTM.Model;
using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The patterns that fit one span: the best of each concept, and drift only where nothing fits properly.</summary>
/// <param name="ordersById">True where the concepts do not come in their order, which is that of their ids.</param>
internal sealed class Sharers(bool ordersById)
{
    private readonly List<(PatternRow Row, Fit Fit)> _found = [];

    /// <summary>How many concepts share the span.</summary>
    public int Count => _found.Count;

    /// <summary>Takes a pattern in, unless its concept has a better one.</summary>
    public void Add(in PatternRow row, Fit fit)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (ReferenceEquals(_found[i].Row.Concept, row.Concept))
            {
                if (Rank(row.Term, fit) < Rank(_found[i].Row.Term, _found[i].Fit))
                {
                    _found[i] = (row, fit);
                }

                return;
            }
        }

        _found.Add((row, fit));
    }

    /// <summary>Appends them as occurrences on <paramref name="span"/> and forgets them.</summary>
    public void MoveTo(List<TermOccurrence> occurrences, TextSpan span, string text)
    {
        if (ordersById && _found.Count > 1)
        {
            _found.Sort((one, two) => string.CompareOrdinal(one.Row.Concept.Id, two.Row.Concept.Id));
        }

        var proper = _found.Exists(f => f.Fit != Fit.Drift);
        foreach (var (row, fit) in _found)
        {
            if (proper && fit == Fit.Drift)
            {
                continue;
            }

            occurrences.Add(new TermOccurrence
            {
                Concept = row.Concept,
                Section = row.Section,
                Term = row.Term,
                Span = span,
                Text = text,
                Match = fit switch
                {
                    Fit.Drift => MatchKind.Drift,
                    Fit.Inflected => MatchKind.Inflected,
                    _ => MatchKind.Exact,
                },
            });
        }

        _found.Clear();
    }

    // Exactly as written beats another case, whatever the status: "Asean" is the deprecated spelling, not the preferred ASEAN.
    // Of equals the better status wins.
    private static int Rank(Term term, Fit fit) => ((int)fit * 4) + term.Status switch
    {
        AdministrativeStatus.Preferred => 0,
        AdministrativeStatus.Admitted => 1,
        AdministrativeStatus.Deprecated => 2,
        _ => 3,
    };
}
