using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: place[i] = node that row i of a block reaches after three steps from the root. All seven comparisons are
/// made for all rows, so nothing is looked up by row. Layout: seven pairs of threshold and offset of a slot (the root,
/// its children, theirs), then the eight nodes below; a leaf above them stands in all places below itself.
/// A lane holds a row. Remainder: none, the block is whole. Reference: three steps of <see cref="TreeWalk"/>, exactly.
/// </summary>
internal static unsafe class TreeCrown
{
    /// <summary>Levels that a crown decides.</summary>
    public const int Levels = 3;

    /// <summary>Number of comparisons.</summary>
    public const int Nodes = (1 << Levels) - 1;

    /// <summary>Ints of a crown.</summary>
    public const int Size = (2 * Nodes) + Nodes + 1;

    private const int FirstExit = 2 * Nodes;

    /// <summary>Fills the places of one block.</summary>
    /// <param name="crown">Thresholds, slots and exits; all offsets valid.</param>
    /// <param name="keys">[slots, <see cref="TreeWalk.Block"/>].</param>
    /// <param name="place">[block], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Enter(ReadOnlySpan<int> crown, ReadOnlySpan<int> keys, Span<int> place)
    {
        fixed (int* top = crown[..Size], key = keys, exit = place[..TreeWalk.Block])
        {
            for (int i = 0; i < TreeWalk.Block; i += Vector<int>.Count)
            {
                Vector<int> left = Below(top, key + i, 1), right = Below(top, key + i, 2);
                Vector.Store(Vector.ConditionalSelect(IsLeft(top, key + i, 0), left, right), exit + i);
            }
        }
    }

    // Exits under a child of the root; node n has the children 2 n + 1 and 2 n + 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Below(int* crown, int* keys, int node) =>
        Vector.ConditionalSelect(
            IsLeft(crown, keys, node), Exit(crown, keys, (2 * node) + 1), Exit(crown, keys, (2 * node) + 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Exit(int* crown, int* keys, int node)
    {
        int* pair = crown + FirstExit + (2 * (node - 3)); // three nodes stand above the lowest four
        return Vector.ConditionalSelect(
            IsLeft(crown, keys, node), new Vector<int>(pair[0]), new Vector<int>(pair[1]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> IsLeft(int* crown, int* keys, int node) =>
        Vector.LessThan(Vector.Load(keys + crown[(2 * node) + 1]), new Vector<int>(crown[2 * node]));
}
