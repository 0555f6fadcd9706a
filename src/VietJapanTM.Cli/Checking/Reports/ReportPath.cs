namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>A file as reports name it.</summary>
/// <param name="Path">With forward slashes; relative to the folder in which the program runs where it lies below.</param>
/// <param name="Uri">The same as a URI reference.</param>
/// <param name="IsRelative">False for a file elsewhere.</param>
internal readonly record struct ReportPath(string Path, string Uri, bool IsRelative)
{
    /// <summary>Names a file.</summary>
    public static ReportPath Of(string file)
    {
        var full = System.IO.Path.GetFullPath(file);
        var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, full).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative)
            ? new ReportPath(full.Replace(System.IO.Path.DirectorySeparatorChar, '/'), new Uri(full).AbsoluteUri, false)
            : new ReportPath(relative, string.Join('/', relative.Split('/').Select(System.Uri.EscapeDataString)), true);
    }
}
