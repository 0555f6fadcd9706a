using System.Text;
using System.Text.RegularExpressions;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>
/// A Hunspell dictionary (a <c>.dic</c> file and its <c>.aff</c> rules, both in UTF-8, flags of one character) from which every
/// form can be listed: stems with suffixes, with suffixes upon suffixes, and each of these with a prefix. Compounds are not made.
/// </summary>
internal sealed class HunspellDictionary
{
    private readonly Dictionary<char, List<Affix>> _prefixes = [];
    private readonly Dictionary<char, List<Affix>> _suffixes = [];
    private readonly List<(string Stem, string Flags)> _stems = [];

    private HunspellDictionary()
    {
    }

    /// <summary>Reads <c>PATH.aff</c> and <c>PATH.dic</c>.</summary>
    public static HunspellDictionary Read(string path)
    {
        var dictionary = new HunspellDictionary();
        foreach (var line in File.ReadLines(path + ".aff", Encoding.UTF8))
        {
            dictionary.AddRule(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (var line in File.ReadLines(path + ".dic", Encoding.UTF8).Skip(1))
        {
            var entry = line.Split('\t', ' ')[0].Split('/');
            if (entry[0].Length > 0)
            {
                dictionary._stems.Add((entry[0], entry.Length > 1 ? entry[1] : ""));
            }
        }

        return dictionary;
    }

    /// <summary>Every form, with repetitions, in the order of the file.</summary>
    public IEnumerable<string> Forms()
    {
        var forms = new List<string>();
        foreach (var (stem, flags) in _stems)
        {
            forms.Clear();
            AddSuffixed(stem, flags, forms);
            foreach (var form in forms)
            {
                yield return form;
                foreach (var prefix in Of(_prefixes, flags))
                {
                    if (prefix.Matches(form))
                    {
                        yield return prefix.Added + form[prefix.Stripped.Length..];
                    }
                }
            }
        }
    }

    private static IEnumerable<Affix> Of(Dictionary<char, List<Affix>> rules, string flags) =>
        flags.SelectMany(f => rules.TryGetValue(f, out var found) ? found : []);

    private void AddSuffixed(string word, string flags, List<string> forms)
    {
        forms.Add(word);
        foreach (var suffix in Of(_suffixes, flags))
        {
            if (suffix.Matches(word))
            {
                AddSuffixed(word[..^suffix.Stripped.Length] + suffix.Added, suffix.Flags, forms);
            }
        }
    }

    // "SFX A er ición/S ecer": flag, what is taken off, what is put on with its own flags, the condition. A line of four words
    // whose third is Y or N opens a group and says nothing else that is needed here.
    private void AddRule(string[] parts)
    {
        if (parts.Length < 4 || parts[0] is not ("SFX" or "PFX") || (parts[2] is "Y" or "N" && parts[3].All(char.IsAsciiDigit)))
        {
            return;
        }

        var added = parts[3].Split('/');
        var condition = parts.Length > 4 && parts[4] != "." ? parts[4] : null;
        var suffix = parts[0] == "SFX";
        var affix = new Affix(
            parts[2] == "0" ? "" : parts[2],
            added[0] == "0" ? "" : added[0],
            added.Length > 1 ? added[1] : "",
            condition is null ? null : new Regex(suffix ? $"(?:{condition})$" : $"^(?:{condition})", RegexOptions.CultureInvariant));
        var rules = suffix ? _suffixes : _prefixes;
        if (!rules.TryGetValue(parts[1][0], out var group))
        {
            rules[parts[1][0]] = group = [];
        }

        group.Add(affix);
    }

    private sealed record Affix(string Stripped, string Added, string Flags, Regex? Condition)
    {
        public bool Matches(string word) => word.Length > Stripped.Length && (Condition?.IsMatch(word) ?? true);
    }
}
