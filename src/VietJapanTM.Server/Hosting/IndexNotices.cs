using VietJapanTM.Server.Workspace;

namespace VietJapanTM.Server.Hosting;

/// <summary>Writes into the log what people should know about the index's files: damage, a full disk, a rebuild.</summary>
internal static partial class IndexNotices
{
    /// <summary>Logs what was noticed while the workspace was opened, and from now on what comes.</summary>
    public static void Log(TranslationWorkspace workspace, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger(typeof(IndexNotices));
        foreach (var notice in workspace.IndexStatus.Notices)
        {
            Noticed(logger, notice);
        }

        workspace.IndexNoticed += notice => Noticed(logger, notice);
    }

    [LoggerMessage(EventId = 1200, Level = LogLevel.Warning, Message = "{Notice}")]
    private static partial void Noticed(ILogger logger, string notice);
}
