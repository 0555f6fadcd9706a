using VietJapanTM.Text;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>The patterns that fit one span: the best of each concept, and drift only where nothing fits properly.</summary>
internal sealed class Sharers
{
    private readonly List<(TermPattern Pattern, Fit Fit)> _found = [];

    /// <summary>How many concepts share the span.</summary>
    public int Count => _found.Count;

    /// <summary>Takes a pattern in, unless its concept has a better one.</summary>
    public void Add(TermPattern pattern, Fit fit)
    {
        for (var i = 0; i < _found.Count; i++)
        {
            if (ReferenceEquals(_found[i].Pattern.Concept, pattern.Concept))
            {
                if (Rank(pattern, fit) < Rank(_found[i].Pattern, _found[i].Fit))
                {
                    _found[i] = (pattern, fit);
                }

                return;
            }
        }

        _found.Add((pattern, fit));
    }

    /// <summary>Appends them as occurrences on <paramref name="span"/> and forgets them.</summary>
    public void MoveTo(List<TermOccurrence> occurrences, TextSpan span, string text)
    {
        var proper = _found.Exists(f => f.Fit != Fit.Drift);
        foreach (var (pattern, fit) in _found)
        {
            if (proper && fit == Fit.Drift)
            {
                continue;
            }

            occurrences.Add(new TermOccurrence
            {
                Concept = pattern.Concept,
                Section = pattern.Section,
                Term = pattern.Term,
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
    private static int Rank(TermPattern pattern, Fit fit) => ((int)fit * 4) + pattern.Term.Status switch
    {
        Model.AdministrativeStatus.Preferred => 0,
        Model.AdministrativeStatus.Admitted => 1,
        Model.AdministrativeStatus.Deprecated => 2,
        _ => 3,
    };
}
