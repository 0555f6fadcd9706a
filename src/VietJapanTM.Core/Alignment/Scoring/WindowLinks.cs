using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// The links between two spans of a document pair, found once for both directions. Buffers are reused from window to window.
/// </summary>
/// <param name="links">The links of the document pair.</param>
/// <param name="first">Its first side.</param>
/// <param name="second">Its second side.</param>
internal sealed class WindowLinks(WordLinks links, TokenizedSide first, TokenizedSide second) : IDisposable
{
    private readonly WindowWords _first = new(first);
    private readonly WindowWords _second = new(second);
    private ScratchList<WordLink> _found;

    /// <summary>For the sides of a direction.</summary>
    public static WindowLinks Of(DirectionModel model) =>
        model.GivenIsFirst ? new WindowLinks(model.Links, model.Given, model.Told) : new WindowLinks(model.Links, model.Told, model.Given);

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        _found.Return();
    }

    /// <summary>Finds the links between two spans.</summary>
    /// <param name="given">One span.</param>
    /// <param name="told">The other.</param>
    /// <param name="givenIsFirst">Which of them lies in the first side.</param>
    /// <returns>The words of both, each with the probabilities of the other side's words given it; valid until the next call.</returns>
    public (WindowWords Given, WindowWords Told) Collect(SegmentSpan given, SegmentSpan told, bool givenIsFirst)
    {
        if (givenIsFirst)
        {
            Collect(given, told);
            return (_first, _second);
        }

        Collect(told, given);
        return (_second, _first);
    }

    /// <summary>The same, or what was found last where that was between two spans that hold these: of the words of these it says as much.</summary>
    public (WindowWords Given, WindowWords Told) CollectWithin(SegmentSpan given, SegmentSpan told, bool givenIsFirst)
    {
        var (firstSpan, secondSpan) = givenIsFirst ? (given, told) : (told, given);
        return _first.Span.Holds(firstSpan) && _second.Span.Holds(secondSpan)
            ? givenIsFirst ? (_first, _second) : (_second, _first)
            : Collect(given, told, givenIsFirst);
    }

    private void Collect(SegmentSpan firstSpan, SegmentSpan secondSpan)
    {
        if (_first.Span == firstSpan && _second.Span == secondSpan)
        {
            // A short document is one window, in each pass.
            return;
        }

        _first.Begin(firstSpan);
        _second.Begin(secondSpan);
        _found.Clear();
        var (firstNumbers, secondNumbers) = (_first.Numbers, _second.Numbers);
        foreach (var word in _first.Words)
        {
            foreach (ref readonly var link in links.WithFirst(word))
            {
                if (secondNumbers[link.Other] != WindowWords.Absent)
                {
                    Add(word, link.Other, link);
                }
            }
        }

        foreach (var word in _second.Words)
        {
            foreach (ref readonly var link in links.WithSecond(word))
            {
                if (firstNumbers[link.Other] != WindowWords.Absent)
                {
                    Add(link.Other, word, link);
                }
            }
        }

        _first.SetLinks(_found.Items, givenIsFirst: true);
        _second.SetLinks(_found.Items, givenIsFirst: false);
    }

    private void Add(int firstWord, int secondWord, in KeptLink link) =>
        _found.Add(new WordLink(_first.Number(firstWord), _second.Number(secondWord), link.Forward, link.Backward));
}
