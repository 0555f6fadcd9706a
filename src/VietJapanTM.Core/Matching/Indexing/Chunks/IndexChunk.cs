using System.Collections.Concurrent;
using System.Runtime.Intrinsics.X86;
using System.Text;
using VietJapanTM.Matching.Indexing.Files;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>
/// Rows with their tokens and posting lists. The rows never change; a writer may end them, for a revision that no reader has yet, so that
/// readers of older revisions see no change. Thread-safe for one writer.
/// </summary>
internal sealed unsafe class IndexChunk
{
    /// <summary>Chunks of fewer rows have no posting lists: comparing keys is quicker there than counting.</summary>
    public const int MinRowsForPostings = 64;

    [ThreadStatic]
    private static List<CodedToken>? _coded;

    private readonly MatchProfile _profile;
    private readonly ChunkLayout _layout;
    private readonly KeyColumn _keys;
    private readonly byte* _ids;
    private readonly int* _byId;
    private readonly TokenColumn _tokens;
    private readonly PackedColumn _begins;
    private readonly PackedColumn _ends;
    private readonly PackedColumn _ordinals;
    private readonly PackedColumn _ranks;
    private readonly ConcurrentDictionary<int, long> _laterEnds = [];
    private int? _builtEnded;
    private (long Oldest, long Newest)? _changes;

    /// <summary>A chunk in memory.</summary>
    public IndexChunk(ChunkImage image, MatchProfile profile)
        : this(image, profile, file: null)
    {
    }

    /// <summary>A chunk in a file.</summary>
    public IndexChunk(ChunkFile file, MatchProfile profile)
        : this(file.Image, profile, file)
    {
    }

    private IndexChunk(ChunkImage image, MatchProfile profile, ChunkFile? file)
    {
        Image = image;
        File = file;
        _profile = profile;
        _layout = *image.Pointer<ChunkLayout>(ChunkSection.Layout);
        Vocabulary = new ChunkVocabulary(image, _layout, profile);
        Shelves = image.Items<Shelf>(ChunkSection.Shelves).ToArray();
        Runs = image.Items<Run>(ChunkSection.Runs).ToArray();
        _keys = new KeyColumn(image);
        _ids = image.Pointer<byte>(ChunkSection.UnitIds);
        _byId = image.Pointer<int>(ChunkSection.UnitOrder);
        _tokens = new TokenColumn(image);
        _begins = new PackedColumn(_layout.Begins, image.Pointer<byte>(ChunkSection.Begins));
        _ends = new PackedColumn(_layout.Ends, image.Pointer<byte>(ChunkSection.Ends));
        _ordinals = new PackedColumn(_layout.Ordinals, image.Pointer<byte>(ChunkSection.Ordinals));
        _ranks = new PackedColumn(_layout.Ranks, image.Pointer<byte>(ChunkSection.Ranks));
        Postings = Count < MinRowsForPostings ? null : new Postings(image, Count);
    }

    /// <summary>The bytes.</summary>
    public ChunkImage Image { get; }

    /// <summary>The file that the bytes are in; null in memory.</summary>
    public ChunkFile? File { get; }

    /// <summary>True while the chunk is being written or merged, and must stay what it is. Set and read under the writer's lock.</summary>
    public bool IsReserved { get; set; }

    public int Count => _layout.Rows;

    public ChunkVocabulary Vocabulary { get; }

    public Shelf[] Shelves { get; }

    /// <summary>The runs, and one more behind the last row.</summary>
    public Run[] Runs { get; }

    /// <summary>The posting lists, or null where every row is compared.</summary>
    public Postings? Postings { get; }

    /// <summary>The ends that came after the chunk was made.</summary>
    public IReadOnlyDictionary<int, long> LaterEnds => _laterEnds;

    /// <summary>True where more than an eighth of the rows ended since the chunk was made.</summary>
    public bool HasManyLaterEnds => File is not null && 8 * _laterEnds.Count > Count;

    /// <summary>The oldest and the newest revision that began or ended a row before the chunk was made. Not thread-safe.</summary>
    public (long Oldest, long Newest) Changes => _changes ??= FindChanges();

    /// <summary>The key at a place among all; see <see cref="Run.KeyStart"/>.</summary>
    public int KeyAt(long place) => _keys[place];

    /// <summary>The 16 bits of the keys from a place on.</summary>
    public ushort* KeysFrom(long place) => _keys.From(place);

    /// <summary>Begins to fetch a row's keys, which soon will be read.</summary>
    public void PrefetchKeys(in Run run, int row)
    {
        if (Sse.IsSupported)
        {
            // SAFETY: prefetching cannot fault.
            var keys = KeysFrom(KeyStart(run, row));
            Sse.Prefetch0(keys);
            Sse.Prefetch0(keys + run.Keys - 1);
        }
    }

    /// <summary>Where a row's keys begin among all.</summary>
    public static long KeyStart(in Run run, int row) => run.KeyStart + ((long)(row - run.First) * run.Keys);

    /// <summary>The run of a row; quick where it is the one given.</summary>
    public int RunOf(int row, int near)
    {
        if (row >= Runs[near].First && row < Runs[near + 1].First)
        {
            return near;
        }

        var (low, high) = (0, Runs.Length - 2);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = Runs[middle].First <= row ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Replaces the list's items by a row's tokens.</summary>
    public void ReadTokens(int row, List<StoredToken> tokens)
    {
        tokens.Clear();
        var run = Runs[RunOf(row, 0)];
        var place = KeyStart(run, row);
        if (_profile.IsPlain)
        {
            for (var i = 0; i < run.Keys; i++)
            {
                tokens.Add(new StoredToken(KeyAt(place + i) - 1, 0, EditKind.Word, Gap.Edge));
            }

            return;
        }

        var coded = _coded ??= [];
        TokenCode.Read(_tokens[row], coded);
        foreach (var (group, offset, form, gap) in coded)
        {
            var fold = group == 0 ? KeyAt(place) - 1 : Vocabulary.FirstOf(group) + offset;
            place += group < 2 ? 1 : 0;
            tokens.Add(new StoredToken(fold, form, Vocabulary.KindOf(fold), gap));
        }
    }

    /// <summary>The unit that a row is of.</summary>
    public string UnitIdOf(int row) => Encoding.UTF8.GetString(UnitIdBytes(row));

    /// <summary>Its id, UTF-8.</summary>
    public byte[] UnitIdBytes(int row)
    {
        var suffix = IdSuffix(row).TrimEnd((byte)0);
        var id = new byte[_layout.IdPrefix + suffix.Length];
        new ReadOnlySpan<byte>(_ids, _layout.IdPrefix).CopyTo(id);
        suffix.CopyTo(id.AsSpan(_layout.IdPrefix));
        return id;
    }

    /// <summary>Compares the ids of two rows' units, byte by byte; the ids of a store are ASCII.</summary>
    public int CompareUnitIds(int row, IndexChunk other, int otherRow) => ReferenceEquals(this, other)
        ? IdSuffix(row).SequenceCompareTo(IdSuffix(otherRow))
        : UnitIdBytes(row).AsSpan().SequenceCompareTo(other.UnitIdBytes(otherRow));

    /// <summary>The variant's place in its unit.</summary>
    public int OrdinalOf(int row) => (int)_ordinals[row];

    /// <summary>The best <see cref="VariantRank"/> of the row's unit.</summary>
    public long RankOf(int row) => _ranks[row];

    /// <summary>The revision that began a row.</summary>
    public long BeginOf(int row) => _begins[row];

    /// <summary>The revision that ended a row; 0 where none has.</summary>
    public long EndOf(int row) => _ends[row] is var end && end != 0 ? end : _laterEnds.GetValueOrDefault(row);

    /// <summary>True where a revision sees the row.</summary>
    public bool IsLiveAt(int row, long revision) => BeginOf(row) <= revision && (EndOf(row) is 0 || revision < EndOf(row));

    /// <summary>Returns where the bytes are what was written; otherwise nothing else may be called.</summary>
    /// <exception cref="IndexDamagedException">They are not.</exception>
    public void EnsureWhole() => File?.EnsureWhole();

    /// <summary>True where a revision sees any row.</summary>
    public bool HasRowAt(long revision)
    {
        for (var row = 0; row < Count; row++)
        {
            if (IsLiveAt(row, revision))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Hides from <paramref name="revision"/> on every row of a unit that nothing has ended; answers how many.</summary>
    public int End(string unitId, long revision)
    {
        var ended = 0;
        foreach (var row in RowsOf(Encoding.UTF8.GetBytes(unitId)))
        {
            if (EndOf(row) == 0)
            {
                _laterEnds[row] = revision;
                ended++;
            }
        }

        return ended;
    }

    /// <summary>Ends one row, as another chunk knows it to have ended.</summary>
    public void End(int row, long revision) => _laterEnds[row] = revision;

    /// <summary>True where more than half of the rows ended at or before a revision. Looks at every row only where it may be so.</summary>
    public bool IsMostlyEndedBy(long revision)
    {
        _builtEnded ??= CountEnded(long.MaxValue);
        if (2 * (_builtEnded + _laterEnds.Count) <= Count)
        {
            return false;
        }

        return 2 * (CountEnded(revision) + _laterEnds.Count(e => e.Value <= revision)) > Count;
    }

    private (long Oldest, long Newest) FindChanges()
    {
        var (oldest, newest) = (long.MaxValue, 0L);
        for (var row = 0; row < Count; row++)
        {
            oldest = Math.Min(oldest, _begins[row]);
            newest = Math.Max(newest, Math.Max(_begins[row], _ends[row]));
        }

        return (oldest, newest);
    }

    /// <summary>A unit's rows.</summary>
    public ReadOnlySpan<int> RowsOf(ReadOnlySpan<byte> unitId)
    {
        if (Count == 0 || unitId.Length < _layout.IdPrefix || unitId.Length > _layout.IdPrefix + _layout.IdWidth
            || !unitId.StartsWith(new ReadOnlySpan<byte>(_ids, _layout.IdPrefix)))
        {
            return [];
        }

        var suffix = unitId[_layout.IdPrefix..];
        var first = FirstAtLeast(suffix);
        var end = first;
        while (end < Count && IdSuffix(_byId[end]).TrimEnd((byte)0).SequenceEqual(suffix))
        {
            end++;
        }

        return new ReadOnlySpan<int>(_byId + first, end - first);
    }

    private int CountEnded(long revision)
    {
        var ended = 0;
        for (var row = 0; row < Count && _layout.Ends.Width > 0; row++)
        {
            ended += _ends[row] is var end && end != 0 && end <= revision ? 1 : 0;
        }

        return ended;
    }

    private int FirstAtLeast(ReadOnlySpan<byte> suffix)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = IdSuffix(_byId[middle]).TrimEnd((byte)0).SequenceCompareTo(suffix) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ReadOnlySpan<byte> IdSuffix(int row) => new(_ids + _layout.IdPrefix + ((long)row * _layout.IdWidth), _layout.IdWidth);
}
