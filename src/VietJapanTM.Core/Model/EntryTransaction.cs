namespace VietJapanTM.Model;

/// <summary>
/// Who made or changed a concept or a term, as an exchange file says (TBX-Basic <c>transacGrp</c>). What happened within this store
/// stands in its change sets instead.
/// </summary>
/// <param name="Type">Made or changed.</param>
/// <param name="Date">When, in the form of the file, such as <c>2024-03-01</c>; or null.</param>
/// <param name="Responsibility">Who, or null.</param>
public readonly record struct EntryTransaction(TransactionType Type, string? Date, string? Responsibility);

/// <summary>TBX-Basic <c>transactionType</c>.</summary>
public enum TransactionType
{
    /// <summary>Made.</summary>
    Origination,

    /// <summary>Changed.</summary>
    Modification,
}
