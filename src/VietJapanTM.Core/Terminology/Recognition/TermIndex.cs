namespace VietJapanTM.Terminology.Recognition;

/// <summary>The terms of one language behind their automaton. Immutable and thread-safe.</summary>
/// <param name="Vocabulary">The words of the terms.</param>
/// <param name="Automaton">The automaton over the classes of these words.</param>
/// <param name="Patterns">The written forms of all terms; those of one state side by side.</param>
/// <param name="NamesScripts">True where a section's language names its script.</param>
internal sealed record TermIndex(TermVocabulary Vocabulary, TokenAutomaton Automaton, PatternTable Patterns, bool NamesScripts);
