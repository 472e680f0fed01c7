using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// What is known of a jet without its lists: sums over clusters and tracks and the leading cluster. The input of the
/// tree tagger that came before networks, which knew no muon segments.
/// </summary>
/// <source>arXiv:1902.03094, section 5: jet momentum, layer energies, timing, track sums.</source>
public static class JetSummaries
{
    private const int Layers = 8;

    private static readonly DisplacedScaling s_scaling = new();

    /// <summary>Names of the numbers [F].</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "jet_pt", "jet_abs_eta", "clusters", "leading_share", "leading_time", "leading_em", "time_mean", "time_spread",
        "em_fraction", "had_first", "had_last", "tracks", "track_pt_sum", "track_pt_max", "track_dr_min",
    ];

    /// <summary>Summarises all jets.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>.</param>
    /// <returns>[N, F] row-major; NaN for what a jet without clusters does not have.</returns>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    public static float[] Of(Table jets)
    {
        float[] values = new float[jets.RowCount * Names.Count];
        var reading = new Reading(jets);
        for (int row = 0; row < jets.RowCount; row++)
        {
            reading.Read(row, values.AsSpan(row * Names.Count, Names.Count));
        }

        return values;
    }

    /// <summary>Time of the cluster of largest momentum of each jet [ns], [N]; NaN without clusters.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>.</param>
    public static float[] LeadingTimes(Table jets) => Column(Of(jets), "leading_time");

    /// <summary>Share of the clusters' transverse momentum in the electromagnetic calorimeter [N]; NaN without
    /// clusters.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>.</param>
    public static float[] ElectromagneticFractions(Table jets) => Column(Of(jets), "em_fraction");

    private static float[] Column(float[] values, string name)
    {
        int index = Names.ToList().IndexOf(name);
        return [.. Enumerable.Range(0, values.Length / Names.Count).Select(row => values[(row * Names.Count) + index])];
    }

    private sealed class Reading(Table jets)
    {
        private readonly float[] _jetPt = jets.Floats(DisplacedJetColumns.Pt);
        private readonly float[] _eta = jets.Floats(DisplacedJetColumns.Eta);
        private readonly float[] _distance = jets.Floats(DisplacedJetColumns.TrackDistance);
        private readonly JaggedColumn<float> _pt = jets.Jagged<float>(DisplacedJetColumns.ClusterPt);
        private readonly JaggedColumn<float> _time = jets.Jagged<float>(DisplacedJetColumns.ClusterTime);
        private readonly JaggedColumn<float> _trackPt = jets.Jagged<float>(DisplacedJetColumns.TrackPt);

        // Points that the network leaves out are left out here as well.
        private readonly PointReading _clusters = Points(jets, "clusters", s_scaling.Clusters);
        private readonly PointReading _tracks = Points(jets, "tracks", s_scaling.Tracks);

        private readonly JaggedColumn<float>[] _layers =
        [
            .. DisplacedJetColumns.ClusterElectromagnetic.Concat(DisplacedJetColumns.ClusterHadronic)
                .Select(jets.Jagged<float>),
        ];

        public void Read(int row, Span<float> values)
        {
            Clusters(row, values);
            int[] tracks = _tracks.Order(row);
            double sum = 0, most = 0;
            foreach (int track in tracks)
            {
                float pt = _trackPt[row][track];
                (sum, most) = (sum + pt, Math.Max(most, pt));
            }

            (values[0], values[1]) = (_jetPt[row], Math.Abs(_eta[row]));
            (values[11], values[12], values[13]) = (tracks.Length, (float)sum, (float)most);
            values[14] = _distance[row];
        }

        private void Clusters(int row, Span<float> values)
        {
            ReadOnlySpan<float> pt = _pt[row], time = _time[row];
            values[3..11].Fill(float.NaN);
            int[] clusters = _clusters.Order(row);
            int leading = clusters.Length > 0 ? clusters[0] : 0;
            values[2] = clusters.Length;
            double sum = 0, first = 0, second = 0;
            Span<double> layers = stackalloc double[Layers];
            foreach (int i in clusters)
            {
                leading = pt[i] > pt[leading] ? i : leading;
                (sum, first) = (sum + pt[i], first + (pt[i] * (double)time[i]));
                second += pt[i] * (double)time[i] * time[i];
                for (int layer = 0; layer < Layers; layer++)
                {
                    layers[layer] += pt[i] * (double)_layers[layer][row][i];
                }
            }

            if (sum > 0)
            {
                double mean = first / sum;
                values[3] = (float)(pt[leading] / sum);
                values[4] = time[leading];
                values[5] = Electromagnetic(row, leading);
                values[6] = (float)mean;
                values[7] = (float)Math.Sqrt(Math.Max(0, (second / sum) - (mean * mean)));
                values[8] = (float)((layers[0] + layers[1] + layers[2] + layers[3]) / sum);
                values[9] = (float)(layers[4] / sum);
                values[10] = (float)((layers[6] + layers[7]) / sum);
            }
        }

        private static PointReading Points(Table jets, string name, IReadOnlyList<InputVariable> variables) =>
            new(jets, name, variables, eta: [], phi: [], maximum: 0, isSorted: false);

        private float Electromagnetic(int row, int cluster) =>
            _layers[0][row][cluster] + _layers[1][row][cluster] + _layers[2][row][cluster] + _layers[3][row][cluster];
    }
}
