using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.Taus;

/// <summary>Clusters and tracks put where a test wants them, in a calorimeter of three layers.</summary>
internal sealed class ToyTau
{
    private static readonly CaloGeometry s_geometry = new(
    [
        Layer(CaloSampling.Emb1, 0.00625, 64, 1500, 1596), Layer(CaloSampling.Emb2, 0.025, 256, 1596, 1926),
        Layer(CaloSampling.TileA, 0.1, 64, 2280, 2680),
    ]);

    private readonly List<Cluster> _clusters = [];
    private readonly List<ClusterScale> _scales = [];
    private readonly List<Track> _tracks = [];
    private List<Vertex> _vertices = [default];

    public ToyTau() => Cells = new(s_geometry);

    public CalorimeterEvent Cells { get; }

    public Moliere.Reconstruction.Taus.TauSurroundings Surroundings => new()
    {
        Cells = Cells,
        Clusters = _clusters,
        Scales = _scales,
        Tracks = _tracks,
        Vertices = _vertices,
    };

    /// <summary>A cluster of one cell per layer, the first layer that is given being the strips.</summary>
    public ToyTau Cluster(
        double eta, double phi, double strips, double middle, double tile, double emProbability = 1,
        double factor = 1)
    {
        int[] all = [CellAt(0, eta, phi), CellAt(1, eta, phi), CellAt(2, eta, phi)];
        float[] energies = [(float)strips, (float)middle, (float)tile];
        int[] used = [.. Enumerable.Range(0, 3).Where(i => energies[i] != 0)];
        foreach (int i in used)
        {
            Cells.Energy[all[i]] = energies[i];
        }

        var cluster = new Cluster
        {
            Cells = [.. used.Select(i => all[i])],
            Weights = [.. used.Select(_ => 1f)],
            Energy = used.Sum(i => (double)energies[i]),
            Moments = new() { CenterLambda = 200 + (100 * tile), SecondLambda = 5e4, FirstEnergyDensity = 1e-6 },
        };
        _clusters.Add(cluster with { Momentum = ClusterCentre.Of(cluster, Cells).SeenFrom(cluster.Energy, 0) });
        _scales.Add(new(emProbability, factor));
        return this;
    }

    public ToyTau Track(double pt, double eta, double phi, double z0 = 0, int vertex = 0, double d0 = 0)
    {
        _tracks.Add(new(pt, eta, phi, 1, d0, z0, 0.02, 0.05, vertex, -1));
        return this;
    }

    public ToyTau Vertices(params double[] z)
    {
        _vertices = [.. z.Select(at => new Vertex(0, 0, at, 0))];
        return this;
    }

    /// <summary>The same tau with clusters and tracks in the opposite order.</summary>
    public ToyTau Reversed()
    {
        var reversed = new ToyTau();
        Cells.Energy.CopyTo(reversed.Cells.Energy, 0);
        reversed._clusters.AddRange(Enumerable.Reverse(_clusters));
        reversed._scales.AddRange(Enumerable.Reverse(_scales));
        reversed._tracks.AddRange(Enumerable.Reverse(_tracks));
        reversed._vertices = _vertices;
        return reversed;
    }

    public static int CellAt(int layer, double eta, double phi) => s_geometry.Regions[layer].CellAt(eta, phi);

    /// <summary>Centre of the middle-layer cell that holds a direction.</summary>
    public static (double Eta, double Phi) CentreAt(double eta, double phi)
    {
        int cell = CellAt(1, eta, phi);
        return (s_geometry.Eta[cell], s_geometry.Phi[cell]);
    }

    private static CaloRegion Layer(CaloSampling sampling, double width, int phiBins, double inner, double outer) =>
        new()
        {
            Sampling = sampling,
            Shape = CaloShape.Barrel,
            EtaMin = -2.5,
            EtaMax = 2.5,
            EtaBins = (int)Math.Round(5 / width),
            PhiBins = phiBins,
            Inner = inner,
            Outer = outer,
            ElectronicNoise = 0.05,
        };
}
