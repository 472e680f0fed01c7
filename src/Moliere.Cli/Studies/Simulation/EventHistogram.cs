using Moliere.Data.Histograms;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>
/// A density per event: entries of one event belong together, so errors come from the spread between events.
/// </summary>
/// <param name="edges">Ascending.</param>
/// <param name="scale">Divides every density besides the bin's width, such as a range of pseudorapidity.</param>
internal sealed class EventHistogram(double[] edges, double scale = 1)
{
    private readonly Axis _axis = Axis.FromEdges(edges);
    private readonly double[] _sum = new double[edges.Length - 1];
    private readonly double[] _squares = new double[edges.Length - 1];
    private readonly int[] _event = new int[edges.Length - 1];
    private int _events;

    /// <summary>Mean density per event.</summary>
    public double[] Values => [.. _sum.Select((sum, bin) => sum / (_events * Width(bin)))];

    /// <summary>Standard errors of <see cref="Values"/>.</summary>
    public double[] Errors => [.. _sum.Select((sum, bin) => ErrorOf(sum, _squares[bin]) / Width(bin))];

    /// <summary>Adds all entries of one event.</summary>
    public void Add(IEnumerable<double> values)
    {
        Array.Clear(_event);
        foreach (double value in values)
        {
            int bin = _axis.BinOf(value);
            if (bin >= 0 && bin < _event.Length)
            {
                _event[bin]++;
            }
        }

        for (int bin = 0; bin < _event.Length; bin++)
        {
            _sum[bin] += _event[bin];
            _squares[bin] += (double)_event[bin] * _event[bin];
        }

        _events++;
    }

    private double Width(int bin) => (_axis.High(bin) - _axis.Low(bin)) * scale;

    private double ErrorOf(double sum, double squares)
    {
        double mean = sum / _events;
        return Math.Sqrt(Math.Max(0, (squares / _events) - (mean * mean)) / _events);
    }
}
