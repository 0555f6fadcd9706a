using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Approval states of a request.</summary>
internal static class Approvals
{
    /// <summary>Reads a state; <paramref name="absent"/> where none was sent.</summary>
    /// <exception cref="DomainException">ArgumentInvalid: a value that this version does not know.</exception>
    public static ApprovalState Read(Wire.Concept.Types.ApprovalState state, ApprovalState absent, string field) => state switch
    {
        Wire.Concept.Types.ApprovalState.Unspecified => absent,
        Wire.Concept.Types.ApprovalState.Approved => ApprovalState.Approved,
        Wire.Concept.Types.ApprovalState.Proposed => ApprovalState.Proposed,
        Wire.Concept.Types.ApprovalState.Rejected => ApprovalState.Rejected,
        Wire.Concept.Types.ApprovalState.Retired => ApprovalState.Retired,
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is not a value that this version knows.", field),
    };

    /// <summary>Reads a set of states; <paramref name="absent"/> where none was sent.</summary>
    public static ApprovalSet Read(IReadOnlyList<Wire.Concept.Types.ApprovalState> states, ApprovalSet absent) => states.Count == 0
        ? absent
        : ApprovalSet.Of(states.Select((state, i) => Read(state, ApprovalState.Approved, $"approval_states[{i}]")));
}
