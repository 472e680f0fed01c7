using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>Deals numbered pieces of work to a team; which worker does which must not show in a result.</summary>
internal static class Pieces
{
    /// <summary>Rows of one piece; sums over rows are taken piece by piece in their order.</summary>
    public const int Rows = 8192;

    /// <summary>Pieces that rows make.</summary>
    public static int Of(int rows) => (rows + Rows - 1) / Rows;

    /// <summary>Rows of a piece.</summary>
    public static (int First, int End) Bounds(int piece, int rows) =>
        (piece * Rows, Math.Min(rows, (piece + 1) * Rows));

    /// <summary>Does every piece once and returns when all are done.</summary>
    /// <param name="team">Who works.</param>
    /// <param name="count">Number of pieces.</param>
    /// <param name="work">Called with the number of a piece and of the worker.</param>
    public static void Deal(this WorkerTeam team, int count, Action<int, int> work)
    {
        if (count == 1 || team.Size == 1)
        {
            for (int piece = 0; piece < count; piece++)
            {
                work(piece, 0);
            }

            return;
        }

        int next = 0;
        team.Run(worker =>
        {
            for (int piece; (piece = Interlocked.Increment(ref next) - 1) < count;)
            {
                work(piece, worker);
            }
        });
    }
}
