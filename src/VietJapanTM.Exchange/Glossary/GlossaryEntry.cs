using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Glossary;

/// <summary>A concept and the place that it comes from.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="File">Its file, relative to the folder, with <c>/</c> between the parts; null for a concept that has none yet.</param>
/// <param name="Line">1-based line at which it begins, 0 where it has no file.</param>
public sealed record GlossaryEntry(Concept Concept, string? File = null, int Line = 0);
