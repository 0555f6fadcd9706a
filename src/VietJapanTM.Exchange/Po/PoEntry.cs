using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Po;

/// <summary>An entry of a PO file while it is read.</summary>
internal sealed class PoEntry
{
    /// <summary>What parts context and text in the entry's name.</summary>
    private const string ContextSeparator = "|";

    /// <summary><c>msgctxt</c>, or null.</summary>
    public LocatedText? Context { get; set; }

    /// <summary><c>msgid</c>, or null where it is missing.</summary>
    public LocatedText? Source { get; set; }

    /// <summary><c>msgid_plural</c>, or null.</summary>
    public LocatedText? Plural { get; set; }

    /// <summary><c>msgstr</c> by form; 0 where there are no forms.</summary>
    public SortedList<int, LocatedText> Translations { get; } = [];

    /// <summary>The comments before it, but for flags, references and earlier texts.</summary>
    public List<SegmentNote> Notes { get; } = [];

    /// <summary>True where a flag says that somebody has yet to look at it.</summary>
    public bool IsFuzzy { get; set; }

    /// <summary>True where something in it was not readable.</summary>
    public bool IsBroken { get; set; }

    /// <summary>True for the entry without text and context, which describes the file.</summary>
    public bool IsHeader => Source?.Text.Length == 0 && Context is null;

    /// <summary>True before its first keyword.</summary>
    public bool IsEmpty => Context is null && Source is null && Plural is null && Translations.Count == 0;

    /// <summary>Names the entry within its file: context and text.</summary>
    public string Name => Context is null ? Source!.Text : Context.Text + ContextSeparator + Source!.Text;
}
