namespace VietJapanTM.Storage.Schema;

/// <summary>One step of the schema.</summary>
/// <param name="Version">The version that it leads to, 1 or more.</param>
/// <param name="Sql">Its statements; run inside a transaction.</param>
internal sealed record Migration(int Version, string Sql);
