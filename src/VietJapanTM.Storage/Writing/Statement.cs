using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VietJapanTM.Storage.Writing;

/// <summary>
/// A statement that is prepared once and run many times, with parameters <c>$1</c>, <c>$2</c> and so on. An import runs four statements a
/// unit; Dapper prepares each call anew, which costs several times the insert itself. Not thread-safe.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;
    private bool _isPrepared;

    /// <summary>It is prepared when it is first run.</summary>
    public Statement(SqliteConnection connection, int parameters, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _parameters = [.. Enumerable.Range(1, parameters).Select(i => new SqliteParameter("$" + i.ToString(CultureInfo.InvariantCulture), null))];
        _command.Parameters.AddRange(_parameters);
    }

    /// <summary>Runs it; returns how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The number in the first column of the first row, or null where there is no row.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() as long?;
    }

    /// <summary>The numbers in the first column of all rows.</summary>
    public List<long> Numbers(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var numbers = new List<long>();
        using var reader = _command.ExecuteReader();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (!_isPrepared)
        {
            _command.Prepare();
            _isPrepared = true;
        }

        for (var i = 0; i < values.Length; i++)
        {
            _parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
