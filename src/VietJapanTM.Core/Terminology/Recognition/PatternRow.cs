using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>What a pattern stands for.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Section">The section that holds the term.</param>
/// <param name="Term">The term.</param>
internal readonly record struct PatternRow(Concept Concept, LanguageSection Section, Term Term);
