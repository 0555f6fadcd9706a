namespace VietJapanTM.Model;

/// <summary>What the glossary's owners decided of a concept or a term. Apart from the administrative status: that says how to use an approved term.</summary>
public enum ApprovalState
{
    /// <summary>Agreed on; the only state that checks and look-ups use unless they are asked for others.</summary>
    Approved,

    /// <summary>Put forward; somebody must decide.</summary>
    Proposed,

    /// <summary>Decided against; kept so that nobody proposes it again unknowingly.</summary>
    Rejected,

    /// <summary>Was approved once and serves no more.</summary>
    Retired,
}
