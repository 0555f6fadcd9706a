using System.Globalization;

namespace VietJapanTM.Benchmarks;

/// <summary>The options of a verb, each <c>--name value</c> with a default; <c>--help</c> says what they are.</summary>
internal sealed class VerbOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads a command line.</summary>
    /// <param name="args">What follows the verb.</param>
    /// <param name="purpose">What the verb measures, for the help.</param>
    /// <param name="known">Each option's name without dashes, its default and what it is.</param>
    /// <exception cref="ArgumentException">An option is unknown or lacks its value.</exception>
    public VerbOptions(string[] args, string purpose, params (string Name, string Default, string Meaning)[] known)
    {
        IsHelp = args.Contains("--help", StringComparer.Ordinal);
        if (IsHelp)
        {
            Console.WriteLine(purpose);
            Console.WriteLine(string.Join('\n', known.Select(o => $"  --{o.Name,-10} {o.Meaning} (default: {o.Default})")));
            return;
        }

        foreach (var (name, value, _) in known)
        {
            _values[name] = value;
        }

        for (var i = 0; i < args.Length; i += 2)
        {
            var name = args[i].TrimStart('-');
            if (!_values.ContainsKey(name) || i + 1 == args.Length)
            {
                throw new ArgumentException($"{args[i]} is no option, or lacks its value. Use {string.Join(", ", known.Select(o => "--" + o.Name))}, or --help.");
            }

            _values[name] = args[i + 1];
        }
    }

    /// <summary>True where the help was asked for and given.</summary>
    public bool IsHelp { get; }

    /// <summary>An option's value.</summary>
    public string this[string name] => _values[name];

    /// <summary>An option's value as a number.</summary>
    public int Number(string name) => int.Parse(_values[name], CultureInfo.InvariantCulture);

    /// <summary>An option's values, which commas part.</summary>
    public string[] List(string name) => _values[name].Split(',', StringSplitOptions.RemoveEmptyEntries);
}
