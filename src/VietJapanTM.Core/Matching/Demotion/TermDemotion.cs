using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Matching.Demotion;

/// <summary>
/// Finds what a glossary holds against a stored translation, so that a hit which would bring a forbidden term into the text ranks
/// behind one that does not. Immutable and thread-safe.
/// </summary>
public sealed class TermDemotion
{
    /// <summary>Points off a hit whose translation holds a forbidden term, however many it holds.</summary>
    public const int Points = 5;

    private const string ForbiddenTerm = "VJT001";

    private readonly TermRecognizer _recognizer;
    private readonly TermChecker _checker;

    /// <summary>Makes the demotion of a glossary.</summary>
    public TermDemotion(TermRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        _recognizer = recognizer;
        _checker = new TermChecker(recognizer);
    }

    /// <summary>The forbidden terms of a translation, by place; empty for nearly all.</summary>
    public ImmutableArray<TermFlaw> Find(Variant source, Variant target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);

        // The check looks at both texts and at what excuses a term; most targets hold nothing that would need an excuse.
        if (!_recognizer.Recognize(target.Text, target.Language).Any(o => !o.IsApproved))
        {
            return [];
        }

        return
        [
            .. _checker.Check(source.Text, source.Language, target.Text, target.Language)
                .Where(f => f.Side == TextSide.Target && f.Rule.Id == ForbiddenTerm)
                .Select(f => new TermFlaw(f.Rule.Id, f.Concept!.Id, f.Text, f.Span, f.Replacements)),
        ];
    }
}
