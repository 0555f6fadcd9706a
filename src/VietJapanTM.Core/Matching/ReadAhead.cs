using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VietJapanTM.Matching;

/// <summary>
/// Reads a long sequence on a thread of its own, some batches ahead of who consumes it: reading a store and cutting texts take as long. The
/// first batch is read by the consumer, so that a short sequence needs no thread.
/// </summary>
internal static class ReadAhead
{
    private const int BatchItems = 500;
    private const int Batches = 4;

    /// <summary>The same items. An exception of the sequence comes where its item would; leaving early stops the reading.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        using var source = items.GetEnumerator();
        for (var i = 0; i < BatchItems; i++)
        {
            if (!source.MoveNext())
            {
                yield break;
            }

            yield return source.Current;
        }

        foreach (var item in Rest(source))
        {
            yield return item;
        }
    }

    private static IEnumerable<T> Rest<T>(IEnumerator<T> source)
    {
        using var batches = new BlockingCollection<List<T>>(Batches);
        using var leaving = new CancellationTokenSource();
        Exception? failure = null;
        var reader = new Thread(Read) { IsBackground = true, Name = "index-reader" };
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
                for (var batch = Next(source); batch.Count > 0; batch = Next(source))
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

    private static List<T> Next<T>(IEnumerator<T> source)
    {
        var batch = new List<T>(BatchItems);
        while (batch.Count < BatchItems && source.MoveNext())
        {
            batch.Add(source.Current);
        }

        return batch;
    }
}
