using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with one value, of text or of bytes. Immutable.</summary>
    public sealed class Entry
    {
        private readonly string? _text;
        private readonly byte[]? _bytes;

        /// <summary>Creates an entry of bytes, which are copied.</summary>
        /// <exception cref="ArgumentException">The key has forbidden characters or lacks the suffix <c>-bin</c>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            if (!IsBinary)
            {
                throw new ArgumentException("Key for binary valued metadata entry needs to have suffix indicating binary value.", nameof(key));
            }

            _bytes = (byte[])valueBytes.Clone();
        }

        /// <summary>Creates an entry of ASCII text.</summary>
        /// <exception cref="ArgumentException">The key has forbidden characters or the suffix <c>-bin</c>.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            if (IsBinary)
            {
                throw new ArgumentException("Key for ASCII valued metadata entry cannot have suffix indicating binary value.", nameof(key));
            }

            _text = value;
        }

        private Entry(string key, string? text, byte[]? bytes)
        {
            Key = key;
            _text = text;
            _bytes = bytes;
        }

        /// <summary>The key in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The value as bytes: a copy, or the text's ASCII.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(_text!) : (byte[])_bytes.Clone();

        /// <summary>The value as text.</summary>
        /// <exception cref="InvalidOperationException">The value is bytes.</exception>
        public string Value => _text ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry.");

        /// <summary>The value's own bytes, not a copy; only of a binary entry.</summary>
        internal ReadOnlySpan<byte> Bytes => _bytes;

        /// <inheritdoc/>
        public override string ToString() =>
            IsBinary ? $"[Entry: key={Key}, valueBytes={Convert.ToHexString(_bytes!)}]" : $"[Entry: key={Key}, value={_text}]";

        /// <summary>An entry from the wire: the peer's key is kept even where this side would refuse to send it.</summary>
        internal static Entry Received(string key, string text) => new(key, text, null);

        /// <inheritdoc cref="Received(string, string)"/>
        internal static Entry Received(string key, byte[] bytes) => new(key, null, bytes);

        private static string Normalize(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var lower = key.ToLowerInvariant();
            foreach (var c in lower)
            {
                if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '_' or '-'))
                {
                    throw new ArgumentException(
                        $"Metadata entry key '{lower}' is not valid: keys are letters, digits, underscores, hyphens and dots.", nameof(key));
                }
            }

            return lower;
        }
    }
}
