using System.Buffers.Binary;
using VietJapanTM.Errors;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// Word translation probabilities of two languages, both ways, from a lexicon file, which is used where it lies: loading checks it and unpacks
/// nothing; a row is unpacked when its word is first met. Thread-safe; what it answers never changes.
/// </summary>
public sealed class Lexicon
{
    /// <summary>The frequency that stands for a word that no lexicon holds.</summary>
    internal const float LeastFrequency = 1e-7f;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly LexiconVocabulary _first;
    private readonly LexiconVocabulary _second;
    private readonly int _starts;
    private readonly int _rows;
    private readonly uint[]?[] _unpacked;

    private Lexicon(ReadOnlyMemory<byte> file)
    {
        var at = LexiconFormat.HeaderLength;
        _file = file;
        _first = new LexiconVocabulary(file, ref at);
        _second = new LexiconVocabulary(file, ref at);
        TranslationCount = BinaryPrimitives.ReadInt32LittleEndian(file.Span[at..]);
        _starts = at + sizeof(int);
        _rows = _starts + ((_first.Count + 1) * sizeof(int));
        if (_rows + Start(_first.Count) != file.Length)
        {
            throw Malformed("its length does not agree");
        }

        _unpacked = new uint[_first.Count][];
    }

    /// <summary>Primary subtag of the first language.</summary>
    public string FirstLanguage => _first.Language;

    /// <summary>Primary subtag of the second language.</summary>
    public string SecondLanguage => _second.Language;

    /// <summary>Number of translations.</summary>
    public int TranslationCount { get; }

    /// <summary>Reads a lexicon file that is in memory; the array belongs to the lexicon from then on.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: not a lexicon, of another version, or damaged.</exception>
    public static Lexicon Load(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Load(file.AsMemory());
    }

    /// <summary>Reads a lexicon file that is in memory or mapped, and stays so unchanged.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: not a lexicon, of another version, or damaged.</exception>
    internal static Lexicon Load(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < LexiconFormat.HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != LexiconFormat.Magic)
        {
            throw Malformed("it does not begin like one");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != LexiconFormat.Version)
        {
            throw Malformed("it is of another version");
        }

        // What a file of the right checksum holds, the training program wrote.
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) != bytes.Length
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) != LexiconFormat.Checksum(bytes[LexiconFormat.HeaderLength..]))
        {
            throw Malformed("its checksum does not agree");
        }

        try
        {
            return new Lexicon(file);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException)
        {
            throw Malformed("its tables end too early");
        }
    }

    /// <summary>Number of words of a language.</summary>
    public int Count(LexiconSide side) => Side(side).Count;

    /// <summary>Identifier of a word (lower case, NFC), or -1.</summary>
    public int Find(LexiconSide side, ReadOnlySpan<char> word) => Side(side).Find(word);

    /// <summary>Inflections of a word that the lexicon does not hold: identifiers of words much like it, closest first.</summary>
    /// <param name="side">The language.</param>
    /// <param name="word">Lower case, NFC.</param>
    internal int[] FindAlike(LexiconSide side, ReadOnlySpan<char> word)
    {
        Span<int> ids = stackalloc int[WordShapes.Most];
        return ids[..Side(side).FindAlike(word, ids)].ToArray();
    }

    /// <summary>For each word of a language of this lexicon its identifier in another lexicon, or -1.</summary>
    internal int[] Map(LexiconSide side, Lexicon other, LexiconSide otherSide) => Side(side).MapTo(other.Side(otherSide));

    /// <summary>What is known of a word beside its translations; <see cref="LexiconEntry.Word"/> is left empty.</summary>
    /// <param name="side">The language.</param>
    /// <param name="id">0 to <see cref="Count"/> − 1.</param>
    public LexiconEntry Entry(LexiconSide side, int id) => Side(side).Entry(id);

    /// <summary>The translations of a word of the first language, by ascending identifier.</summary>
    /// <param name="id">0 to <see cref="Count"/> − 1.</param>
    public TranslationReader Translations(int id)
    {
        var start = Start(id);
        return new TranslationReader(_file.Span.Slice(_rows + start, Start(id + 1) - start));
    }

    /// <summary>The translations of a word as <see cref="TranslationReader.Pack"/> has them, kept for the next documents.</summary>
    internal ReadOnlySpan<uint> Unpacked(int id)
    {
        if (Volatile.Read(ref _unpacked[id]) is { } known)
        {
            return known;
        }

        var links = new List<uint>();
        foreach (var translation in Translations(id))
        {
            links.Add(TranslationReader.Pack(translation.Second, translation.Code));
        }

        var row = links.ToArray();
        Volatile.Write(ref _unpacked[id], row);
        return row;
    }

    private int Start(int row) => BinaryPrimitives.ReadInt32LittleEndian(_file.Span[(_starts + (row * sizeof(int)))..]);

    private static DomainException Malformed(string what) =>
        new(ErrorCode.FileMalformed, $"This is not a lexicon of this version: {what}. Make it again with the training program.");

    private LexiconVocabulary Side(LexiconSide side) => side == LexiconSide.First ? _first : _second;
}
