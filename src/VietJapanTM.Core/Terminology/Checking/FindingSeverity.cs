namespace VietJapanTM.Terminology.Checking;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Not reported; for options.</summary>
    Off,

    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Likely a fault.</summary>
    Warning,

    /// <summary>A fault; it fails a build by default.</summary>
    Error,
}
