namespace VietJapanTM.Text.Mending;

/// <summary>What an edit mends. Values combine, to say which kinds are wanted.</summary>
[Flags]
public enum MendKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Two words run together: <c>laactividad</c>, <c>enVietnam</c>.</summary>
    LostSpace = 1,

    /// <summary>No space after a comma, a stop, a closing quote or bracket: <c>comercio,ciencia</c>.</summary>
    LostSpaceAfterPunctuation = 2,

    /// <summary>No space before an opening quote, bracket or mark: <c>dijo“sí”</c>.</summary>
    LostSpaceBeforeOpening = 4,

    /// <summary>No space between a number and a word: <c>500mil</c>, <c>de2023</c>.</summary>
    LostSpaceAtNumber = 8,

    /// <summary>A word that a hyphen split at the end of a line: <c>comuni-⏎cación</c>.</summary>
    HyphenatedWord = 16,

    /// <summary>UTF-8 that was read as Windows-1252: <c>estÃ¡</c>.</summary>
    Mojibake = 32,

    /// <summary>Letters that came as a base and combining marks (NFD).</summary>
    Decomposed = 64,

    /// <summary>A no-break space between two plain words.</summary>
    NoBreakSpace = 128,

    /// <summary>Two or more spaces where one belongs.</summary>
    DoubledSpace = 256,

    /// <summary>All four kinds of lost space.</summary>
    LostSpaces = LostSpace | LostSpaceAfterPunctuation | LostSpaceBeforeOpening | LostSpaceAtNumber,

    /// <summary>
    /// What is mended unless other kinds are asked for: what a reader sees to be broken. Decomposed letters, no-break and doubled spaces look
    /// right, and the matcher takes them for what they look like.
    /// </summary>
    Default = LostSpaces | HyphenatedWord | Mojibake,

    /// <summary>Every kind.</summary>
    All = Default | Decomposed | NoBreakSpace | DoubledSpace,
}
