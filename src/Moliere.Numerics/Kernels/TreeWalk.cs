using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: sum[i] += value of the leaf that row i of a block reaches from a given node. Layout: a node is four ints,
/// threshold, offset of its slot of keys, place of its left child (the right one follows), bits of its value; a leaf is
/// its own left child with the largest threshold. Keys [slots, <see cref="Block"/>] as of <see cref="OrderedKeys"/>.
/// A step has no branch; eight rows walk side by side, so that their loads overlap. Remainder: none, the block is
/// whole. Reference: <c>Tree.Evaluate</c> of Learning, exactly.
/// </summary>
internal static unsafe class TreeWalk
{
    /// <summary>Rows of a block: a whole number of groups that walk together.</summary>
    public const int Block = 64;

    /// <summary>Ints of a node.</summary>
    public const int NodeSize = 4;

    private const int Group = 8;

    // Trees this deep are walked to their depth; in deeper ones most rows have ended long before the last level.
    private const int UncheckedLevels = 8;

    /// <summary>Adds the leaves of one tree to the sums of one block.</summary>
    /// <param name="tree">Nodes from the root on; all offsets and children valid, children behind parents.</param>
    /// <param name="depth">Steps from the nodes of <paramref name="place"/> to the deepest leaf.</param>
    /// <param name="keys">[slots, block].</param>
    /// <param name="place">Where each row stands, in ints from the root [block].</param>
    /// <param name="sums">[block].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        ReadOnlySpan<int> tree, int depth, ReadOnlySpan<int> keys, ReadOnlySpan<int> place, Span<float> sums)
    {
        fixed (int* nodes = tree, key = keys, start = place[..Block])
        fixed (float* sum = sums[..Block])
        {
            for (int i = 0; i < Block; i += Group)
            {
                AddGroup((uint*)nodes, depth, key + i, (uint*)start + i, sum + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddGroup(uint* tree, int depth, int* keys, uint* start, float* sum)
    {
        nuint a = start[0], b = start[1], c = start[2], d = start[3];
        nuint e = start[4], f = start[5], g = start[6], h = start[7], last = nuint.MaxValue;
        for (int level = 0; level < depth; level++)
        {
            a = Step(tree, keys, a);
            b = Step(tree, keys + 1, b);
            c = Step(tree, keys + 2, c);
            d = Step(tree, keys + 3, d);
            e = Step(tree, keys + 4, e);
            f = Step(tree, keys + 5, f);
            g = Step(tree, keys + 6, g);
            h = Step(tree, keys + 7, h);
            if (level >= UncheckedLevels)
            {
                // Places never fall, so an unchanged sum means that all rows stand at a leaf.
                nuint now = a + b + c + d + e + f + g + h;
                if (now == last)
                {
                    break;
                }

                last = now;
            }
        }

        sum[0] += Value(tree, a);
        sum[1] += Value(tree, b);
        sum[2] += Value(tree, c);
        sum[3] += Value(tree, d);
        sum[4] += Value(tree, e);
        sum[5] += Value(tree, f);
        sum[6] += Value(tree, g);
        sum[7] += Value(tree, h);
    }

    // A conditional expression would become a branch, which is mispredicted every other time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Step(uint* tree, int* keys, nuint place)
    {
        uint* node = tree + place;
        bool isRight = keys[node[1]] >= (int)node[0];
        return node[2] + (NodeSize * (nuint)Unsafe.BitCast<bool, byte>(isRight));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Value(uint* tree, nuint place) => BitConverter.UInt32BitsToSingle(tree[place + 3]);
}
