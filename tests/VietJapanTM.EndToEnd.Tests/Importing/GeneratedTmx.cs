namespace VietJapanTM.EndToEnd.Tests.Importing;

/// <summary>TMX files of any size.</summary>
internal static class GeneratedTmx
{
    /// <summary>Writes so many units, each of its own texts.</summary>
    public static string Write(string path, int units) => Write(path, units, i => $"frase número {i}", i => $"câu số {i}");

    public static string Write(string path, int units, Func<int, string> spanish, Func<int, string> vietnamese)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"es\" segtype=\"sentence\" datatype=\"plaintext\"/><body>");
        for (var i = 0; i < units; i++)
        {
            file.Write("<tu><tuv xml:lang=\"es\"><seg>");
            file.Write(spanish(i));
            file.Write("</seg></tuv><tuv xml:lang=\"vi\"><seg>");
            file.Write(vietnamese(i));
            file.WriteLine("</seg></tuv></tu>");
        }

        file.WriteLine("</body></tmx>");
        return path;
    }
}
