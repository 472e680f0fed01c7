using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Sources;

/// <summary>Cuts consecutive rows anew so that no event is divided between two tables.</summary>
internal static class WholeEvents
{
    /// <summary>The same rows in the same order; an event is a run of rows with one event number.</summary>
    /// <param name="chunks">Tables with equal columns, of which the event number is one.</param>
    public static IEnumerable<Table> Of(IEnumerable<Table> chunks)
    {
        Table? open = null;
        foreach (Table chunk in chunks)
        {
            Table rows = open is null ? chunk : ColumnJoin.Rows([open, chunk]);
            int last = FirstOfLast(rows.Longs(JetColumns.Event));
            if (last > 0)
            {
                yield return rows.Slice(0, last);
            }

            open = rows.Slice(last, rows.RowCount - last);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static int FirstOfLast(long[] events)
    {
        int row = events.Length;
        while (row > 0 && events[row - 1] == events[^1])
        {
            row--;
        }

        return row;
    }
}
