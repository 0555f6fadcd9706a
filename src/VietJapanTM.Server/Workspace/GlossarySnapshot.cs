using System.Collections.Concurrent;
using VietJapanTM.Alignment;
using VietJapanTM.Matching.Adaptation;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Changes;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Server.Workspace;

/// <summary>A glossary at one moment, ready for use: the part of it that some approval states select. Immutable and thread-safe.</summary>
public sealed class GlossarySnapshot
{
    private readonly AmendedGlossary _all;
    private readonly ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>> _selections;
    private readonly ApprovalSet _states;
    private readonly Lazy<AlignmentEvidence> _evidence;

    private GlossarySnapshot(
        AmendedGlossary all, ApprovalSet states, TermRecognizer recognizer, ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>> selections)
    {
        _all = all;
        _states = states;
        _selections = selections;
        _evidence = new Lazy<AlignmentEvidence>(() => AlignmentEvidence.FromConcepts(recognizer.Concepts));
        Recognizer = recognizer;
        Lookup = new TermLookup(Recognizer);
        Checker = new TermChecker(Recognizer);
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
    public AlignmentEvidence Evidence => _evidence.Value;

    /// <summary>Ranks matches that hold forbidden terms behind others.</summary>
    public TermDemotion Demotion { get; }

    /// <summary>Edits translations so that they fit a query, with terms from the glossary.</summary>
    public TargetAdapter Adapter { get; }

    /// <summary>False where the concepts do not stand in ascending order of their ids.</summary>
    public bool CanBeAmended => _all.CanBeAmended;

    /// <summary>How many concepts are amended since the whole was built; the more, the more an amendment costs.</summary>
    public int Amendments => _all.Amendments;

    /// <summary>The approved part of some concepts.</summary>
    /// <param name="concepts">The concepts; to be amended they must stand in ascending order of their ids.</param>
    public static GlossarySnapshot Of(IReadOnlyList<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        return Whole(new AmendedGlossary(concepts), ApprovalSet.Approved, new ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>>());
    }

    /// <summary>The part of the same glossary that other states select; made when it is first asked for, and kept.</summary>
    public GlossarySnapshot Select(ApprovalSet states) => states == _states
        ? this
        : _selections.GetOrAdd(states, _ => new Lazy<GlossarySnapshot>(() => Whole(_all, states, _selections))).Value;

    /// <summary>
    /// The glossary after some changes, with the selections that were asked for so far. It answers as one that is built anew, and costs only
    /// what was amended since the whole was built.
    /// </summary>
    public GlossarySnapshot With(IReadOnlyCollection<ConceptChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var all = _all.With(changes.Select(change => KeyValuePair.Create(change.ConceptId, change.Concept)));
        return Derived((snapshot, selections) => new GlossarySnapshot(
            all,
            snapshot._states,
            snapshot.Recognizer.With(changes.Select(change => KeyValuePair.Create(change.ConceptId, change.Concept is { } concept ? snapshot._states.Of(concept) : null))),
            selections));
    }

    /// <summary>The same glossary built anew, with the selections that were asked for so far: nothing in it is an amendment.</summary>
    public GlossarySnapshot Rebuilt()
    {
        var all = new AmendedGlossary(_all.ToArray());
        return Derived((snapshot, selections) => Whole(all, snapshot._states, selections));
    }

    private static GlossarySnapshot Whole(
        AmendedGlossary all, ApprovalSet states, ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>> selections) =>
        new(all, states, new TermRecognizer(states.Of(all.ToArray())), selections);

    private GlossarySnapshot Derived(Func<GlossarySnapshot, ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>>, GlossarySnapshot> derive)
    {
        var selections = new ConcurrentDictionary<ApprovalSet, Lazy<GlossarySnapshot>>();
        foreach (var (states, selection) in _selections)
        {
            if (selection.IsValueCreated)
            {
                selections[states] = new Lazy<GlossarySnapshot>(derive(selection.Value, selections));
            }
        }

        return derive(this, selections);
    }
}
