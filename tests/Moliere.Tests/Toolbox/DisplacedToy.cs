using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Toolbox;

/// <summary>Jets of the three classes from a few formulas: times, layers, tracks and segments as published.</summary>
/// <source>Physics notes section 9, recipe; speed of light in mm / ns.</source>
internal sealed class DisplacedToy
{
    private const double Light = 299.792458;
    private readonly Dictionary<string, List<float>> _values = [];
    private readonly Dictionary<string, List<int>> _offsets = [];
    private readonly Dictionary<string, List<long>> _longs = [];
    private Rng _rng;

    private DisplacedToy(ulong seed) => _rng = new Rng(seed, "displaced-toy");

    /// <summary>Events of two jets each.</summary>
    /// <param name="displaced">Class; -1 for the control region, whose jets are ordinary.</param>
    /// <param name="events">How many.</param>
    /// <param name="isData">Whether times are those of data.</param>
    /// <param name="seed">Seed of the numbers.</param>
    public static Table Events(int displaced, int events, bool isData = false, ulong seed = 1)
    {
        var toy = new DisplacedToy(seed + (ulong)(10 * (displaced + 2)) + (isData ? 5ul : 0));
        for (int number = 0; number < events; number++)
        {
            double phi = (toy._rng.NextDouble() * 2 * Math.PI) - Math.PI;
            double hardest = Math.Exp(4 + (1.5 * toy._rng.NextDouble()));
            float[] pts = [(float)hardest, (float)(hardest * (0.7 + (0.3 * toy._rng.NextDouble())))];
            for (int rank = 0; rank < 2; rank++)
            {
                toy.Jet(displaced, isData, number + ((long)(displaced + 1) * 1_000_000), rank, pts, phi);
            }
        }

        return toy.ToTable();
    }

    /// <summary>Writes tables of all samples, as many events each, and gives the settings that name them.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="events">Of each sample.</param>
    /// <param name="change">From the name of a sample and its jets to what is written.</param>
    public static string[] Samples(TempFolder folder, int events, Func<string, Table, Table> change) =>
    [
        .. new[]
        {
            ("signal", Events(1, events)), ("qcd", Events(0, events)), ("beam_induced", Events(2, events)),
            ("control_simulation", Events(-1, events)), ("control_data", Events(-1, events, isData: true)),
        }.SelectMany(sample =>
        {
            string path = folder.At($"{sample.Item1}.table");
            TableFile.Write(path, change(sample.Item1, sample.Item2));
            return new[] { "--set", $"source.{sample.Item1}={path}" };
        }),
    ];

    /// <summary>A column with other lists.</summary>
    /// <param name="column">Lists.</param>
    /// <param name="change">From a row and its list to another.</param>
    public static JaggedColumn<float> Changed(JaggedColumn<float> column, Func<int, float[], float[]> change)
    {
        float[][] lists = [.. Enumerable.Range(0, column.RowCount).Select(row => change(row, column[row].ToArray()))];
        int end = 0;
        return column with
        {
            Offsets = [0, .. lists.Select(list => end += list.Length)],
            Values = [.. lists.SelectMany(list => list)],
        };
    }

    private void Jet(int displaced, bool isData, long number, int rank, float[] pts, double phi)
    {
        double eta = 2.4 * (_rng.NextDouble() - 0.5), jetPhi = Math.IEEERemainder(phi + (rank * Math.PI), 2 * Math.PI);
        Long(DisplacedJetColumns.Event, number);
        Long(DisplacedJetColumns.Class, displaced);
        Long(DisplacedJetColumns.IsData, isData ? 1 : 0);
        Long(DisplacedJetColumns.IsControl, displaced < 0 ? 1 : 0);
        Long(DisplacedJetColumns.Rank, rank);
        Long(DisplacedJetColumns.EventJets, 2);
        Long(DisplacedJetColumns.DecayProduct, displaced == 1 ? 5 : 0);
        Scalar(DisplacedJetColumns.Pt, pts[rank]);
        Scalar(DisplacedJetColumns.Eta, eta);
        Scalar(DisplacedJetColumns.Phi, jetPhi);
        Scalar(DisplacedJetColumns.Weight, 1);
        Scalar(DisplacedJetColumns.EventHt, pts.Sum());
        Scalar(DisplacedJetColumns.EventMissing, pts[0] - pts[1]);
        int tracks = displaced == 2 ? Count(2.8, 6) : displaced == 1 ? Count(6, 15) : Count(8, 20);
        Scalar(DisplacedJetColumns.TrackDistance, tracks == 0 ? 1 : 0.2 * _rng.NextDouble());
        Scalar(DisplacedJetColumns.DecayRadius, displaced == 1 ? 1900 + (2000 * _rng.NextDouble()) : 0);
        Scalar(DisplacedJetColumns.DecayZ, 0);
        Scalar(DisplacedJetColumns.LongLivedPt, displaced == 1 ? pts[rank] : 0);
        Scalar(DisplacedJetColumns.LongLivedEta, displaced == 1 ? eta : 0);
        Scalar(DisplacedJetColumns.LongLivedMass, displaced == 1 ? 55 : 0);
        Scalar(DisplacedJetColumns.ResonanceMass, displaced == 1 ? 125 : 0);
        Clusters(displaced, isData, pts[rank], eta, jetPhi);
        Tracks(tracks, eta, jetPhi);
        Segments(displaced == 2 ? Count(1.5, 12) : Count(0.3, 3), eta, jetPhi);
    }

    private void Clusters(int displaced, bool isData, double pt, double eta, double phi)
    {
        int count = 1 + Count(displaced == 2 ? 4 : 13, 25);
        double mean = displaced == 2 ? 0.1 : displaced == 1 ? 0.5 : 0.7; // closer than published: times must matter
        double em = Math.Clamp(mean + (0.15 * _rng.NextGaussian()), 0, 1);
        double delay = displaced == 1 ? -2 * Math.Log(_rng.NextDouble()) : displaced == 2 ? Muon(eta) : 0;
        double kernel = Kernel(isData);
        for (int i = 0; i < count; i++)
        {
            Point(DisplacedJetColumns.ClusterPt, pt / (1.5 + i));
            Point(DisplacedJetColumns.ClusterEta, eta + (0.1 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.ClusterPhi, phi + (0.1 * _rng.NextGaussian()));
            double time = delay + (i == 0 ? kernel : Kernel(isData));
            Point(DisplacedJetColumns.ClusterTime, Math.Clamp(time, -12.5, 12.5));
            double share = Math.Clamp(em + (0.1 * _rng.NextGaussian()), 0, 1);
            for (int layer = 0; layer < 4; layer++)
            {
                Point(DisplacedJetColumns.ClusterElectromagnetic[layer], share / 4);
                Point(DisplacedJetColumns.ClusterHadronic[layer], (1 - share) / 4);
            }
        }

        Close(
        [
            DisplacedJetColumns.ClusterPt, DisplacedJetColumns.ClusterEta, DisplacedJetColumns.ClusterPhi,
            DisplacedJetColumns.ClusterTime, .. DisplacedJetColumns.ClusterElectromagnetic,
            .. DisplacedJetColumns.ClusterHadronic,
        ]);
    }

    private double Kernel(bool isData)
    {
        (double share, double mean, double width, double tail) =
            isData ? (0.96, -0.29, 0.62, 6) : (0.95, 0.10, 0.26, 8.0);
        double g = _rng.NextGaussian();
        return _rng.NextDouble() < share ? mean + (width * g) : tail * g;
    }

    private double Muon(double eta)
    {
        double radius = 2300 + (1500 * _rng.NextDouble()), z = radius * Math.Sinh(eta);
        return ((z - Math.Sqrt((z * z) + (radius * radius))) / Light) + (0.8 * _rng.NextGaussian());
    }

    private void Tracks(int count, double eta, double phi)
    {
        for (int i = 0; i < count; i++)
        {
            Point(DisplacedJetColumns.TrackPt, 2 - (5 * Math.Log(_rng.NextDouble())));
            Point(DisplacedJetColumns.TrackEta, eta + (0.1 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.TrackPhi, phi + (0.1 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.TrackD0, 0.02 * _rng.NextGaussian());
            Point(DisplacedJetColumns.TrackZ0, 50 * _rng.NextGaussian());
            Point(DisplacedJetColumns.TrackSigmaD0, 0.02);
            Point(DisplacedJetColumns.TrackSigmaZ0, 0.05);
            Point(DisplacedJetColumns.TrackIsHard, 1);
        }

        Close(
        [
            DisplacedJetColumns.TrackPt, DisplacedJetColumns.TrackEta, DisplacedJetColumns.TrackPhi,
            DisplacedJetColumns.TrackD0, DisplacedJetColumns.TrackZ0, DisplacedJetColumns.TrackSigmaD0,
            DisplacedJetColumns.TrackSigmaZ0, DisplacedJetColumns.TrackIsHard,
        ]);
    }

    private void Segments(int count, double eta, double phi)
    {
        for (int i = 0; i < count; i++)
        {
            Point(DisplacedJetColumns.SegmentEta, eta + (0.5 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.SegmentPhi, phi + (0.05 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.SegmentDirectionEta, eta + (2 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.SegmentDirectionPhi, phi + (0.05 * _rng.NextGaussian()));
            Point(DisplacedJetColumns.SegmentChiSquared, -Math.Log(_rng.NextDouble()));
            Point(DisplacedJetColumns.SegmentTime, 5 * _rng.NextGaussian());
        }

        Close(
        [
            DisplacedJetColumns.SegmentEta, DisplacedJetColumns.SegmentPhi, DisplacedJetColumns.SegmentDirectionEta,
            DisplacedJetColumns.SegmentDirectionPhi, DisplacedJetColumns.SegmentChiSquared,
            DisplacedJetColumns.SegmentTime,
        ]);
    }

    private int Count(double mean, int most)
    {
        double product = _rng.NextDouble(), limit = Math.Exp(-mean);
        int count = 0;
        for (; product > limit && count < most; count++)
        {
            product *= _rng.NextDouble();
        }

        return count;
    }

    private void Long(string name, long value) => Of(_longs, name).Add(value);

    private void Scalar(string name, double value) => Of(_values, name).Add((float)value);

    private void Point(string name, double value) => Of(_values, name).Add((float)value);

    private void Close(string[] names)
    {
        foreach (string name in names)
        {
            List<int> offsets = Of(_offsets, name);
            if (offsets.Count == 0)
            {
                offsets.Add(0);
            }

            offsets.Add(Of(_values, name).Count);
        }
    }

    private Table ToTable() => new(
    [
        .. _longs.Select(column => new LongColumn(column.Key, "", "Toy.", [.. column.Value])),
        .. _values.Select(Column (column) => _offsets.TryGetValue(column.Key, out List<int>? offsets)
            ? new JaggedColumn<float>(column.Key, "", "Toy.", [.. offsets], [.. column.Value])
            : new FloatColumn(column.Key, "", "Toy.", [.. column.Value])),
    ]);

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out List<T>? list))
        {
            lists[name] = list = [];
        }

        return list;
    }
}
