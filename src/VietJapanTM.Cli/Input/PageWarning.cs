using VietJapanTM.Exchange.Pages;

namespace VietJapanTM.Cli.Input;

/// <summary>Says what of a page is not read.</summary>
internal static class PageWarning
{
    /// <summary>A sentence, or null where nothing is missed.</summary>
    public static string? Of(string path, PageText page) =>
        page.LeftOut.Count == 0 ? null : $"{path}: {string.Join(", ", page.LeftOut)} {(page.LeftOut is [['1', ' ', ..]] ? "is" : "are")} not read.";
}
