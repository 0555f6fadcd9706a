using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Parallel;

/// <summary>One of several files whose lines correspond.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Stream">Its bytes; stays open.</param>
/// <param name="File">Its name, for findings.</param>
public sealed record ParallelText(LanguageTag Language, Stream Stream, string File);
