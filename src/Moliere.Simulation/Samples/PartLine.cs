using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples;

/// <summary>Lines of events, which workers take by some at a time.</summary>
internal static class PartLine
{
    /// <summary>Events a worker takes at a time: few enough to share evenly.</summary>
    public const int EventsPerPiece = 16;

    /// <summary>A line of events.</summary>
    /// <param name="items">The events; read from one thread at a time.</param>
    /// <param name="eventsPerPart">Events of a part; the last may have fewer.</param>
    /// <param name="threads">Number of workers.</param>
    /// <param name="deliver">Takes the parts in order, one at a time, from any worker.</param>
    public static PartLine<SampleItem> OfEvents(
        IEnumerable<SampleItem> items, int eventsPerPart, int threads, Action<Table> deliver) =>
        new(items, eventsPerPart, EventsPerPiece, threads, deliver);
}

/// <summary>
/// Deals items to workers in small pieces and delivers what they make in parts of a fixed number of items, in order.
/// A worker that is ahead waits until the parts before have been delivered, so that memory is bounded however many
/// items there are and however slow the receiver is.
/// </summary>
/// <typeparam name="T">What is dealt: an event, or a crossing with many of them.</typeparam>
internal sealed class PartLine<T> : IDisposable
{
    // Pieces for each worker that may be made before they are wanted.
    private const int PiecesAhead = 8;

    private readonly object _gate = new();
    private readonly IEnumerator<(T[] Items, bool EndsPart)> _source;
    private readonly Dictionary<int, (Table Rows, bool EndsPart)> _waiting = [];
    private readonly List<Table> _part = [];
    private readonly Action<Table> _deliver;
    private readonly int _window;
    private int _taken;
    private int _delivered;
    private bool _isDelivering;
    private bool _isBroken;

    /// <param name="items">The items; read from one thread at a time.</param>
    /// <param name="itemsPerPart">Items of a part; the last may have fewer.</param>
    /// <param name="itemsPerPiece">Items a worker takes at a time.</param>
    /// <param name="threads">Number of workers.</param>
    /// <param name="deliver">Takes the parts in order, one at a time, from any worker.</param>
    public PartLine(
        IEnumerable<T> items, int itemsPerPart, int itemsPerPiece, int threads, Action<Table> deliver) =>
        (_source, _deliver, _window) =
            (Pieces(items, itemsPerPart, itemsPerPiece).GetEnumerator(), deliver, threads * PiecesAhead);

    public void Dispose() => _source.Dispose();

    /// <summary>Works off all items with a worker's way to make rows of them.</summary>
    public void Work(Func<T[], Table> make)
    {
        try
        {
            while (TryTake(out int index, out (T[] Items, bool EndsPart) piece))
            {
                Done(index, make(piece.Items), piece.EndsPart);
            }
        }
        catch
        {
            // The result is lost: the other workers need not finish the sample before the error is told.
            lock (_gate)
            {
                _isBroken = true;
                Monitor.PulseAll(_gate);
            }

            throw;
        }
    }

    private static IEnumerable<(T[] Items, bool EndsPart)> Pieces(
        IEnumerable<T> items, int itemsPerPart, int itemsPerPiece)
    {
        int inPart = 0;
        var piece = new List<T>(itemsPerPiece);
        foreach (T item in items)
        {
            piece.Add(item);
            bool endsPart = ++inPart == itemsPerPart;
            if (endsPart || piece.Count == itemsPerPiece)
            {
                yield return ([.. piece], endsPart);
                piece.Clear();
                inPart = endsPart ? 0 : inPart;
            }
        }

        if (inPart > 0)
        {
            yield return ([.. piece], true);
        }
    }

    private bool TryTake(out int index, out (T[] Items, bool EndsPart) piece)
    {
        lock (_gate)
        {
            while (!_isBroken && _taken - _delivered >= _window)
            {
                Monitor.Wait(_gate);
            }

            bool isLeft = !_isBroken && _source.MoveNext();
            (index, piece) = (_taken, isLeft ? _source.Current : default);
            _taken += isLeft ? 1 : 0;
            return isLeft;
        }
    }

    // Whoever finds the next piece in order delivers it and all that wait behind it; the others go on meanwhile.
    private void Done(int index, Table rows, bool endsPart)
    {
        lock (_gate)
        {
            _waiting.Add(index, (rows, endsPart));
            if (_isDelivering)
            {
                return;
            }

            _isDelivering = true;
        }

        while (TryNext(out Table next, out bool isLast))
        {
            Deliver(next, isLast);
        }
    }

    private bool TryNext(out Table rows, out bool endsPart)
    {
        lock (_gate)
        {
            _isDelivering = _waiting.Remove(_delivered, out (Table Rows, bool EndsPart) next) && !_isBroken;
            (rows, endsPart) = next;
            return _isDelivering;
        }
    }

    private void Deliver(Table rows, bool endsPart)
    {
        _part.Add(rows);
        if (endsPart)
        {
            Table part = ColumnJoin.Rows(_part);
            _part.Clear();
            _deliver(part);
        }

        lock (_gate)
        {
            _delivered++;
            Monitor.PulseAll(_gate);
        }
    }
}
