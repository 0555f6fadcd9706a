namespace VietJapanTM.Matching.Indexing.Files;

/// <summary>A file of the index is not what was written. Never leaves the matcher: the file is rebuilt, and look-ups hear IndexUnavailable.</summary>
/// <param name="file">The file's name.</param>
/// <param name="what">What is wrong with it, in words that follow the name.</param>
internal sealed class IndexDamagedException(string file, string what) : Exception($"{file} {what}")
{
    public string File => file;
}
