namespace VietJapanTM.Storage.Failures;

/// <summary>Something read from the store is not what was written: a checksum, a language code or a shape is wrong.</summary>
internal sealed class StoredValueException(string message, Exception? innerException = null) : Exception(message, innerException);
