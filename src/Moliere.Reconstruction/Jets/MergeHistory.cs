using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>
/// Which inputs have come together, as linked lists that are joined in constant time; scratch is reused.
/// </summary>
internal sealed class MergeHistory
{
    private readonly List<Jet> _jets = [];
    private int[] _next = [];
    private int[] _tail = [];

    /// <summary>Starts with every input on its own.</summary>
    public void Reset(int count)
    {
        _jets.Clear();
        if (_next.Length < count)
        {
            (_next, _tail) = (new int[2 * count], new int[2 * count]);
        }

        for (int i = 0; i < count; i++)
        {
            (_next[i], _tail[i]) = (-1, i);
        }
    }

    /// <summary>
    /// Appends the list that starts at <paramref name="other"/> to the one that starts at <paramref name="head"/>.
    /// </summary>
    public void Join(int head, int other)
    {
        _next[_tail[head]] = other;
        _tail[head] = _tail[other];
    }

    /// <summary>Declares a list a jet.</summary>
    public void Finish(int head, FourVector momentum)
    {
        int count = 0;
        for (int i = head; i >= 0; i = _next[i])
        {
            count++;
        }

        var constituents = new int[count];
        for (int i = head, k = 0; i >= 0; i = _next[i])
        {
            constituents[k++] = i;
        }

        Array.Sort(constituents);
        _jets.Add(new Jet(momentum, constituents));
    }

    /// <summary>The jets by decreasing transverse momentum, ties by first constituent.</summary>
    public IReadOnlyList<Jet> Sorted() =>
        [.. _jets.OrderByDescending(jet => jet.Momentum.Pt).ThenBy(jet => jet.Constituents[0])];
}
