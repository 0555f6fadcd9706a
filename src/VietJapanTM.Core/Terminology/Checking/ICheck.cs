namespace VietJapanTM.Terminology.Checking;

/// <summary>A rule at work. Stateless and thread-safe; a new rule is one more class, named in <see cref="CheckRules"/>.</summary>
internal interface ICheck
{
    /// <summary>The rule.</summary>
    CheckRule Rule { get; }

    /// <summary>Reports what it finds in <paramref name="texts"/>.</summary>
    void Run(CheckedTexts texts, List<Finding> findings);
}
