namespace VietJapanTM.Cli.Review;

/// <summary>A terminal as the loop needs it.</summary>
internal interface IReviewTerminal
{
    /// <summary>Columns and lines.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Waits for a key; null where the terminal's size changed meanwhile. Ctrl-C is a key too.</summary>
    /// <exception cref="OperationCanceledException">The program is being stopped.</exception>
    ConsoleKeyInfo? ReadKey();

    /// <summary>Shows lines in place of what was shown before.</summary>
    void Show(IReadOnlyList<string> lines);
}

/// <summary>How a review ended.</summary>
internal enum ReviewEnd
{
    /// <summary>The actions are to be written, and the review goes on.</summary>
    Write,

    /// <summary>The actions are to be written.</summary>
    WriteAndLeave,

    /// <summary>They are to be forgotten, or there are none.</summary>
    Quit,

    /// <summary>Likewise, by Ctrl-C.</summary>
    Interrupt,
}
