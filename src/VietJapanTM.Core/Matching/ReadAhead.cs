using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VietJapanTM.Matching;

/// <summary>Reads a sequence on a thread of its own, some batches ahead of who consumes it: reading a store and cutting texts take as long.</summary>
internal static class ReadAhead
{
    private const int BatchItems = 1_000;
    private const int Batches = 8;

    /// <summary>The same items. An exception of the sequence comes where its item would; leaving early stops the reading.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        using var batches = new BlockingCollection<T[]>(Batches);
        using var leaving = new CancellationTokenSource();
        Exception? failure = null;
        var reader = new Thread(Read)
        {
            IsBackground = true,
            Name = "index-reader",
        };
        reader.Start();
        try
        {
            foreach (var item in batches.GetConsumingEnumerable().SelectMany(batch => batch))
            {
                yield return item;
            }

            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
        finally
        {
            leaving.Cancel();
            reader.Join();
        }

        void Read()
        {
            try
            {
                foreach (var batch in items.Chunk(BatchItems))
                {
                    batches.Add(batch, leaving.Token);
                }
            }
            catch (Exception e)
            {
                failure = e;
            }
            finally
            {
                batches.CompleteAdding();
            }
        }
    }
}
