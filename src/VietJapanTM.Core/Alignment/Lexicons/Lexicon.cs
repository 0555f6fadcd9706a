using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Alignment.Lexicons;

/// <summary>
/// Word translation probabilities of two languages, both ways, from a lexicon file. Loading builds two hash tables and unpacks
/// the rows; no word becomes a string. Immutable and thread-safe.
/// </summary>
public sealed class Lexicon
{
    /// <summary>The frequency that stands for a word that no lexicon holds.</summary>
    internal const float LeastFrequency = 1e-7f;

    private readonly LexiconVocabulary _first;
    private readonly LexiconVocabulary _second;
    private readonly int[] _starts;
    private readonly uint[] _links;

    private Lexicon(
        string firstLanguage, string secondLanguage, LexiconVocabulary first, LexiconVocabulary second, int[] starts, uint[] links)
    {
        FirstLanguage = firstLanguage;
        SecondLanguage = secondLanguage;
        _first = first;
        _second = second;
        _starts = starts;
        _links = links;
    }

    /// <summary>Primary subtag of the first language.</summary>
    public string FirstLanguage { get; }

    /// <summary>Primary subtag of the second language.</summary>
    public string SecondLanguage { get; }

    /// <summary>Number of translations.</summary>
    public int TranslationCount => _starts[^1];

    /// <summary>Reads a lexicon file that is in memory; the array belongs to the lexicon from then on.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: not a lexicon, of another version, or damaged.</exception>
    public static Lexicon Load(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length < LexiconFormat.HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != LexiconFormat.Magic)
        {
            throw Malformed("it does not begin like one");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) != LexiconFormat.Version)
        {
            throw Malformed("it is of another version");
        }

        var body = file.AsSpan(LexiconFormat.HeaderLength);
        if (BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(8)) != LexiconFormat.Checksum(body))
        {
            throw Malformed("its checksum does not agree");
        }

        try
        {
            return Read(file);
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
    public TranslationReader Translations(int id) => new(_links.AsSpan(_starts[id], _starts[id + 1] - _starts[id]));

    private static Lexicon Read(byte[] file)
    {
        var at = LexiconFormat.HeaderLength;
        var (firstLanguage, firstCount) = ReadLanguage(file, ref at);
        var (secondLanguage, secondCount) = ReadLanguage(file, ref at);
        var first = LexiconVocabulary.Read(file, firstCount, ref at);
        var second = LexiconVocabulary.Read(file, secondCount, ref at);
        var starts = new int[firstCount + 1];

        // A link takes two bytes or more.
        var links = new uint[(file.Length - at) / 2];
        ReadRows(file, secondCount, starts, links, ref at);
        return at == file.Length
            ? new Lexicon(firstLanguage, secondLanguage, first, second, starts, links)
            : throw Malformed("its length does not agree");
    }

    /// <summary>Unpacks the rows. Runs once over the file, so it is compiled well at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadRows(ReadOnlySpan<byte> file, int words, int[] starts, uint[] links, ref int position)
    {
        var at = position;
        var total = 0;
        for (var id = 0; id + 1 < starts.Length; id++)
        {
            var second = -1;
            for (var left = ReadNumber(file, ref at); left > 0; left--)
            {
                second += ReadNumber(file, ref at) + 1;
                if ((uint)second >= (uint)words)
                {
                    throw Malformed("it translates by words that it does not hold");
                }

                links[total++] = TranslationReader.Pack(second, file[at++]);
            }

            starts[id + 1] = total;
        }

        position = at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    private static (string Language, int Words) ReadLanguage(byte[] file, ref int at)
    {
        var length = file[at++];
        var language = Encoding.ASCII.GetString(file, at, length);
        at += length;
        var words = (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
        at += 4;
        return words >= 0 && words < file.Length ? (language, words) : throw Malformed("its word count is impossible");
    }

    private static DomainException Malformed(string what) =>
        new(ErrorCode.FileMalformed, $"This is not a lexicon of this version: {what}. Make it again with the training program.");

    private LexiconVocabulary Side(LexiconSide side) => side == LexiconSide.First ? _first : _second;
}
