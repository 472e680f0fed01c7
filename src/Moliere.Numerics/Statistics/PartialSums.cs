namespace Moliere.Numerics.Statistics;

/// <summary>Sums of pairs over all places below one, kept up to date in O(log N) as pairs are added.</summary>
/// <source>Fenwick, Software: Practice and Experience 24 (1994) 327.</source>
internal sealed class PartialSums(int places)
{
    private readonly (double First, double Second)[] _sums = new (double, double)[places + 1];

    /// <summary>Adds a pair.</summary>
    public void Add(int place, double first, double second)
    {
        for (int node = place + 1; node < _sums.Length; node += node & -node)
        {
            _sums[node] = (_sums[node].First + first, _sums[node].Second + second);
        }
    }

    /// <summary>Sum of the pairs at places below one.</summary>
    public (double First, double Second) Below(int place)
    {
        double first = 0, second = 0;
        for (int node = place; node > 0; node -= node & -node)
        {
            first += _sums[node].First;
            second += _sums[node].Second;
        }

        return (first, second);
    }
}
