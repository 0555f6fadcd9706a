using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace VietJapanTM.Benchmarks;

/// <summary>What one operation works through: sentences, queries, units, megabytes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ItemsAttribute(string name, int size = 1) : Attribute
{
    /// <summary>What is counted.</summary>
    public string Name { get; } = name;

    /// <summary>Operations that make one of it.</summary>
    public int Size { get; } = size;
}

/// <summary>Items a second, where OperationsPerInvoke is the number of items.</summary>
internal sealed class ItemsPerSecondColumn(string name, Func<Statistics, double> time) : IColumn
{
    public string Id => ColumnName;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Items a second: the operations are per item";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var statistics = summary[benchmarkCase]?.ResultStatistics;
        var items = benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttributes(typeof(ItemsAttribute), false).OfType<ItemsAttribute>().FirstOrDefault();
        var size = items?.Size ?? 1;
        return statistics is null ? "?"
            : string.Create(CultureInfo.InvariantCulture, $"{(1e9 / time(statistics) / size).ToString(size > 1 ? "N1" : "N0", CultureInfo.InvariantCulture)} {items?.Name}");
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
