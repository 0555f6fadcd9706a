using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// A text over which the automata of a glossary have run: its terms can be asked for by one set of options after another, and only the walk is
/// made again. For one thread.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="main">Its scan with one part of the glossary, or null where that has no terms in its language.</param>
/// <param name="other">Its scan with the rest, or null.</param>
/// <param name="likelihood">Decides what the neighbours mean.</param>
internal sealed class ScannedText(TermText text, TermScan? main, TermScan? other, Likelihood likelihood)
{
    /// <summary>The text.</summary>
    public TermText Text => text;

    /// <summary>What the newest recognition took, with the scan.</summary>
    public RecognitionWork Work => new(
        (main?.EdgeLookups ?? 0) + (other?.EdgeLookups ?? 0), (main?.WordsCompared ?? 0) + (other?.WordsCompared ?? 0));

    /// <summary>The terms, as <see cref="TermRecognizer.Recognize"/> orders them.</summary>
    public ImmutableArray<TermOccurrence> Recognize(RecognitionOptions options)
    {
        if ((main ?? other) is not { } first)
        {
            return [];
        }

        main?.Begin(options);
        other?.Begin(options);
        var occurrences = new TermWalk(text, first, main is null ? null : other, options.Overlapping).Run();
        return occurrences.Count == 0 ? [] : likelihood.Decide(occurrences, text.Text);
    }
}
