using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace VietJapanTM.Benchmarks;

/// <summary>What one operation works through: sentences, queries, units, characters.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ItemsAttribute(string name) : Attribute
{
    /// <summary>What is counted.</summary>
    public string Name { get; } = name;
}

/// <summary>Items a second, from the median of an operation's time, where OperationsPerInvoke is the number of items.</summary>
internal sealed class ItemsPerSecondColumn : IColumn
{
    public string Id => "ItemsPerSecond";

    public string ColumnName => "Items/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Items a second, from the median: the operations are per item";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var median = summary[benchmarkCase]?.ResultStatistics?.Median;
        var items = benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttributes(typeof(ItemsAttribute), false).OfType<ItemsAttribute>().FirstOrDefault();
        return median is null ? "?" : string.Create(CultureInfo.InvariantCulture, $"{1e9 / median.Value:N0} {items?.Name}");
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
