using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Xliff;

/// <summary>How an XLIFF file is read.</summary>
public sealed record XliffOptions
{
    /// <summary>The source language where the file names none; null to reject such a file.</summary>
    public LanguageTag? SourceLanguage { get; init; }

    /// <summary>The target language where the file names none; null to reject such a file.</summary>
    public LanguageTag? TargetLanguage { get; init; }

    /// <summary>
    /// False (the default): a rule of XML broken in the file ends the reading with an error. True: characters that XML cannot carry
    /// are dropped, HTML's entities replaced and undeclared prefixes accepted, with warnings.
    /// </summary>
    public bool Lenient { get; init; }
}
