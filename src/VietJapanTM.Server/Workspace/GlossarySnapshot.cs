using System.Collections.Concurrent;
using VietJapanTM.Alignment;
using VietJapanTM.Matching.Adaptation;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Server.Workspace;

/// <summary>A glossary at one moment, ready for use: the part of it that some approval states select. Immutable and thread-safe.</summary>
public sealed class GlossarySnapshot
{
    private readonly IReadOnlyList<Concept> _all;
    private readonly ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>> _selections;
    private readonly ApprovalSet _states;

    private GlossarySnapshot(
        IReadOnlyList<Concept> all, ApprovalSet states, ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>> selections)
    {
        _all = all;
        _states = states;
        _selections = selections;
        List<Concept> concepts = [.. states.Of(all)];
        Recognizer = new TermRecognizer(concepts);
        Lookup = new TermLookup(Recognizer);
        Checker = new TermChecker(Recognizer);
        Evidence = AlignmentEvidence.FromConcepts(concepts);
        Demotion = new TermDemotion(Recognizer);
        Adapter = new TargetAdapter(Recognizer);
    }

    /// <summary>A glossary without concepts.</summary>
    public static GlossarySnapshot Empty { get; } = Of([]);

    /// <summary>Finds terms in texts.</summary>
    public TermRecognizer Recognizer { get; }

    /// <summary>Finds terms by what was typed.</summary>
    public TermLookup Lookup { get; }

    /// <summary>Checks translations.</summary>
    public TermChecker Checker { get; }

    /// <summary>The terms as evidence for the aligner.</summary>
    public AlignmentEvidence Evidence { get; }

    /// <summary>Ranks matches that hold forbidden terms behind others.</summary>
    public TermDemotion Demotion { get; }

    /// <summary>Edits translations so that they fit a query, with terms from the glossary.</summary>
    public TargetAdapter Adapter { get; }

    /// <summary>The approved part of some concepts.</summary>
    public static GlossarySnapshot Of(IReadOnlyList<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        return new GlossarySnapshot(concepts, ApprovalSet.Approved, new ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>>());
    }

    /// <summary>The part of the same glossary that other states select; made when it is first asked for, and kept.</summary>
    public GlossarySnapshot Select(ApprovalSet states) => states == _states
        ? this
        : _selections.GetOrAdd(states, _ => new Lazy<GlossarySnapshot>(() => new GlossarySnapshot(_all, states, _selections))).Value;
}
