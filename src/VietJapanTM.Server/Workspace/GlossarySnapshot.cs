using VietJapanTM.Alignment;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Server.Workspace;

/// <summary>A glossary at one moment, ready for use. Immutable and thread-safe.</summary>
/// <param name="Recognizer">Finds terms in texts.</param>
/// <param name="Lookup">Finds terms by what was typed.</param>
/// <param name="Checker">Checks translations.</param>
/// <param name="Evidence">The terms as evidence for the aligner.</param>
/// <param name="Demotion">Ranks matches that hold forbidden terms behind others.</param>
public sealed record GlossarySnapshot(
    TermRecognizer Recognizer, TermLookup Lookup, TermChecker Checker, AlignmentEvidence Evidence, TermDemotion Demotion)
{
    /// <summary>A glossary without concepts.</summary>
    public static GlossarySnapshot Empty { get; } = Of([]);

    /// <summary>The snapshot of some concepts.</summary>
    public static GlossarySnapshot Of(IReadOnlyList<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        var recognizer = new TermRecognizer(concepts);
        return new GlossarySnapshot(
            recognizer,
            new TermLookup(recognizer),
            new TermChecker(recognizer),
            AlignmentEvidence.FromConcepts(concepts),
            new TermDemotion(recognizer));
    }
}
