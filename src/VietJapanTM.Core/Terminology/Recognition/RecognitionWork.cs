namespace VietJapanTM.Terminology.Recognition;

/// <summary>What a recognition took, in units that do not depend on the machine.</summary>
/// <param name="EdgeLookups">Edges looked up in the automaton.</param>
/// <param name="WordsCompared">Words of candidates compared with words of the text.</param>
internal readonly record struct RecognitionWork(int EdgeLookups, long WordsCompared);
