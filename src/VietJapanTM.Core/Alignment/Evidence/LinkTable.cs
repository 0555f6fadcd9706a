using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Evidence;

/// <summary>
/// Gathers what is known of the words of one document pair, from the lexicon, from the caller's evidence and from
/// resemblance, into the two direction models. The strongest source of a link wins.
/// </summary>
internal sealed class LinkTable
{
    /// <summary>A translation that is less than this many times as likely as chance moves no score.</summary>
    public const float LeastLift = 0.25f;

    private readonly TokenizedSide _first;
    private readonly TokenizedSide _second;
    private readonly LexiconRoute? _route;
    private readonly Lexicon? _evidence;
    private readonly WordStatistics _firstWords;
    private readonly WordStatistics _secondWords;
    private readonly AlignmentOptions _options;
    private readonly WordLinks _links;

    /// <param name="first">The side in the route's first language.</param>
    /// <param name="second">The other side.</param>
    /// <param name="route">The shipped lexicons, or null.</param>
    /// <param name="evidence">What the caller's evidence taught, or null.</param>
    /// <param name="options">Which sources to use.</param>
    public LinkTable(TokenizedSide first, TokenizedSide second, LexiconRoute? route, Lexicon? evidence, AlignmentOptions options)
    {
        _first = first;
        _second = second;
        _route = route;
        _evidence = evidence;
        _options = options;
        _firstWords = WordStatistics.Of(first, route?.Direct, LexiconSide.First, route?.FirstToPivot, options.UseInflections);
        _secondWords = WordStatistics.Of(second, route?.Direct, LexiconSide.Second, route?.SecondToPivot, options.UseInflections);
        _links = Gather();
    }

    /// <summary>The model that explains the second side by the first.</summary>
    public DirectionModel Forward() => new(_first, _second, _links, givenIsFirst: true, _secondWords);

    /// <summary>The model that explains the first side by the second.</summary>
    public DirectionModel Backward() => new(_second, _first, _links, givenIsFirst: false, _firstWords);

    private WordLinks Gather()
    {
        var links = new WordLinks.Builder(_first.Counts, _second.Counts);
        var lexicon = _route?.Direct;
        var composed = _route?.Composed;
        using var shipped = composed is not null ? new LexiconView(composed.SecondCount, SecondIds(composed), _secondWords.StandIns)
            : lexicon is not null ? new LexiconView(lexicon.Count(LexiconSide.Second), _secondWords.DirectIds, _secondWords.StandIns) : null;
        using var taught = _evidence is null ? null : new LexiconView(
            _evidence.Count(LexiconSide.Second),
            WordStatistics.Identifiers(_second.Types, _evidence, LexiconSide.Second),
            new StandIns?[_second.Types.Length]);
        var taughtIds = WordStatistics.Identifiers(_first.Types, _evidence, LexiconSide.First);
        var cognates = _options.UseCognates ? new CognateFinder(_first.Types, _second.Types) : null;
        var row = new LinkRow(_second.Types.Length);
        for (var type = 0; type < _first.Types.Length; type++)
        {
            if (shipped is not null)
            {
                AddShipped(type, shipped, row);
            }

            if (taughtIds[type] >= 0)
            {
                taught!.AddTo(row, _evidence!.Unpacked(taughtIds[type]), 1);
            }

            cognates?.AddTo(type, row);
            Keep(type, row, links);
            row.Clear();
        }

        return links.Build();
    }

    private void AddShipped(int type, LexiconView shipped, LinkRow row)
    {
        var (direct, pivoted) = (_firstWords.DirectIds[type], _firstWords.PivotIds[type]);
        var standIns = _firstWords.StandIns[type];
        if (_route!.Composed is { } composed)
        {
            shipped.AddTo(row, composed.Row(direct, pivoted), 1);
            foreach (var id in standIns?.Words ?? [])
            {
                shipped.AddTo(row, composed.Row(-1, id), standIns!.Share);
            }

            return;
        }

        if (direct >= 0)
        {
            shipped.AddTo(row, _route.Direct!.Unpacked(direct), 1);
        }

        foreach (var id in standIns?.Words ?? [])
        {
            shipped.AddTo(row, _route.Direct!.Unpacked(id), standIns!.Share);
        }
    }

    private int[] SecondIds(ComposedLexicon composed)
    {
        var ids = new int[_second.Types.Length];
        for (var type = 0; type < ids.Length; type++)
        {
            ids[type] = composed.SecondId(_secondWords.DirectIds[type], _secondWords.PivotIds[type]);
        }

        return ids;
    }

    /// <summary>A translation that is hardly likelier than chance moves no score; leaving it out saves most of the links.</summary>
    private static float Worthwhile(float probability, float chance) => probability >= LeastLift * chance ? probability : 0;

    private void Keep(int first, LinkRow row, WordLinks.Builder links)
    {
        foreach (var type in row.Touched)
        {
            var forward = Worthwhile(row.Forward[type], _secondWords.Chance[type]);
            var backward = Worthwhile(row.Backward[type], _firstWords.Chance[first]);
            if (forward + backward > 0)
            {
                links.Add(first, type, forward, backward);
                _firstWords.Known[first] = true;
                _secondWords.Known[type] = true;
            }
        }
    }
}
