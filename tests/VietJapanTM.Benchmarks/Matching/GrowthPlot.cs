using System.Globalization;
using System.Text;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>Lines over sizes, both axes logarithmic, as SVG.</summary>
internal sealed class GrowthPlot(IReadOnlyList<int> sizes)
{
    private const int Width = 720;
    private const int Height = 440;
    private const int Margin = 70;

    private static readonly string[] Colours = ["#1b6ca8", "#c1440e", "#2e8b57", "#8a4fbe"];

    private readonly List<List<(string Name, double Value)>> _rows = [];

    /// <summary>Adds the values of the next size.</summary>
    public void Add(List<(string Name, double Value)> row) => _rows.Add(row);

    /// <summary>The picture.</summary>
    public string ToSvg(string title)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/><text x=\"{Margin}\" y=\"24\" font-size=\"15\">{title}</text>");
        foreach (var value in Enumerable.Range(-2, 8).SelectMany(power => new[] { 1, 2, 5 }.Select(digit => digit * Math.Pow(10, power))).Where(v => v >= Least && v <= Most))
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{Margin} {Y(value):0}H{Width - Margin}\" stroke=\"#ddd\"/><text x=\"{Margin - 8}\" y=\"{Y(value) + 4:0}\" text-anchor=\"end\">{value:0.##}</text>");
        }

        foreach (var size in sizes)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(size):0} {Margin - 30}V{Height - Margin}\" stroke=\"#eee\"/><text x=\"{X(size):0}\" y=\"{Height - Margin + 18}\" text-anchor=\"middle\">{size:N0}</text>");
        }

        for (var line = 0; line < _rows[0].Count; line++)
        {
            var points = _rows.Select((row, i) => FormattableString.Invariant($"{X(sizes[i]):0.0},{Y(row[line].Value):0.0}"));
            svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{Colours[line % Colours.Length]}\" stroke-width=\"2\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Margin + 12}\" y=\"{Margin - 12 + (16 * line)}\" fill=\"{Colours[line % Colours.Length]}\">{_rows[0][line].Name} %</text>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height - 22}\" text-anchor=\"middle\">units</text>");
        return svg.AppendLine("</svg>").ToString();
    }

    private double Least => _rows.SelectMany(r => r).Min(v => v.Value);

    private double Most => _rows.SelectMany(r => r).Max(v => v.Value);

    private double X(double size) => Margin + ((Width - (2 * Margin)) * Share(size, sizes[0], sizes[^1]));

    private double Y(double value) => Height - Margin - ((Height - (2 * Margin)) * Share(value, Least, Most));

    private static double Share(double value, double least, double most) => most <= least ? 0.5 : Math.Log(value / least) / Math.Log(most / least);
}
