using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Where a concept or a term stands.</summary>
/// <param name="File">The file as the user named it, or null.</param>
/// <param name="Line">1-based line, or 0 where unknown.</param>
/// <param name="Column">1-based column in UTF-16 units, or 0 where unknown.</param>
public readonly record struct LintPlace(string? File, int Line, int Column);

/// <summary>Finds where something of a glossary stands.</summary>
/// <param name="concept">The concept.</param>
/// <param name="term">A term of it, or null for the concept itself.</param>
/// <param name="example">An example of it, or null.</param>
public delegate LintPlace LintPlaceFinder(Concept concept, Term? term, ConceptExample? example);
