namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>The parts of a chunk. Their numbers stand in files.</summary>
internal enum ChunkSection
{
    /// <summary>What the chunk is of; see <see cref="ChunkLabel"/>.</summary>
    Label = 1,

    /// <summary>One <see cref="ChunkLayout"/>.</summary>
    Layout = 2,

    /// <summary>A <see cref="Shelf"/> each.</summary>
    Shelves = 3,

    /// <summary>A <see cref="Run"/> each, and one more behind the last row.</summary>
    Runs = 4,

    /// <summary>The keys of all rows, 16 bits each.</summary>
    Keys = 5,

    /// <summary>Where keys beyond 16 bits stand among the keys, ascending.</summary>
    RarePlaces = 6,

    /// <summary>These keys.</summary>
    RareKeys = 7,

    /// <summary>Where each row's tokens begin, and where the last end; see <see cref="TokenColumn"/>.</summary>
    TokenStarts = 8,

    /// <summary>Tokens as <see cref="TokenCode"/> writes them.</summary>
    Tokens = 9,

    /// <summary>A hash table of folds.</summary>
    FoldSlots = 10,

    /// <summary>Where each fold's text begins, and where the last ends.</summary>
    FoldStarts = 11,

    /// <summary>The folds, UTF-8.</summary>
    FoldText = 12,

    /// <summary>Each fold's first form, and one more.</summary>
    FirstForms = 13,

    /// <summary>Where each form's text begins, and where the last ends; nothing for a form that is its fold.</summary>
    FormStarts = 14,

    /// <summary>The forms, UTF-8.</summary>
    FormText = 15,

    /// <summary>Each key's first term, and one more.</summary>
    FirstTerms = 16,

    /// <summary>A <see cref="TermList"/> each.</summary>
    Terms = 17,

    /// <summary>Row numbers of the rare terms.</summary>
    PlainRows = 18,

    /// <summary>Where each block's places begin, for each term of middling frequency, and where the last end.</summary>
    Directory = 19,

    /// <summary>Places in blocks.</summary>
    Places = 20,

    /// <summary>Bits of rows, whole blocks for each frequent term.</summary>
    Bitmaps = 21,

    /// <summary>The units' ids, of equal width, without what all begin with.</summary>
    UnitIds = 22,

    /// <summary>The rows in the order of their units' ids.</summary>
    UnitOrder = 23,

    /// <summary>The revision that began each row.</summary>
    Begins = 24,

    /// <summary>The revision that ended it, where one had when the chunk was made.</summary>
    Ends = 25,

    /// <summary>The variant's place in its unit.</summary>
    Ordinals = 26,

    /// <summary>Where the tokens of every 32nd row begin; none where <see cref="TokenStarts"/> has 32 bits a row.</summary>
    TokenBases = 27,

    /// <summary>The best <see cref="VariantRank"/> of each row's unit.</summary>
    Ranks = 28,
}
