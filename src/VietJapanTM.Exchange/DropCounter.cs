using System.Globalization;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange;

/// <summary>Counts by name what a file holds and the model cannot carry: one finding a name, however often it occurs. Not thread-safe.</summary>
/// <param name="code">The code of the findings.</param>
/// <param name="severity">Their severity.</param>
/// <param name="file">Their file.</param>
/// <param name="known">Names that are carried, one of which may have been meant.</param>
internal sealed class DropCounter(string code, DiagnosticSeverity severity, string file, IReadOnlyList<string>? known = null)
{
    private readonly Dictionary<string, (int Count, int Line, int Column)> _dropped = new(StringComparer.Ordinal);

    /// <summary>Counts one more, or several.</summary>
    public void Add(string name, int line, int column, int count = 1)
    {
        var (known, firstLine, firstColumn) = _dropped.GetValueOrDefault(name, (0, line, column));
        _dropped[name] = (known + count, firstLine, firstColumn);
    }

    /// <summary>Reports what was counted, in the order of first occurrence.</summary>
    public void Report(DiagnosticSink sink)
    {
        foreach (var (name, (count, line, column)) in _dropped.OrderBy(pair => pair.Value.Line).ThenBy(pair => pair.Value.Column))
        {
            var times = count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
            var hint = Nearest.Find(name, known ?? []) is { } meant && meant != name ? $" Did you mean '{meant}'?" : "";
            sink.Add(new Diagnostic(code, severity, $"'{name}' has no place in the model and is dropped, {times} in this file.{hint}", file, line, column));
        }
    }
}
