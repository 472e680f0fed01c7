using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// Where a collision has left something like a jet in the cells, wherever its particles came from: the windows in which
/// clusters are worth looking for. Belongs to one worker.
/// </summary>
/// <source>Anti-kt jets of towers: Cacciari, Salam, Soyez, arXiv:0802.1189.</source>
internal sealed class DepositJets(CaloGeometry geometry, DisplacedSampleOptions options)
{
    private const double Radius = 0.4, EtaMax = 3.2, LeastPt = 0.2; // of a tower [GeV]: less changes no jet
    private const int EtaTowers = 64, PhiTowers = 64; // a tenth each

    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, Radius));
    private readonly double[] _towers = new double[EtaTowers * PhiTowers];
    private readonly int[] _towerOf =
        [.. Enumerable.Range(0, geometry.CellCount).Select(cell => TowerOf(geometry, cell))];

    private readonly float[] _perEnergy = [.. geometry.Eta.Select(eta => 1 / MathF.Cosh(eta))];

    /// <summary>The windows, hardest jet first.</summary>
    /// <param name="deposits">Cells of the collision alone.</param>
    public CellWindow[] Find(CellDeposits deposits)
    {
        Array.Clear(_towers);
        foreach (int cell in deposits.Cells)
        {
            if (_towerOf[cell] >= 0)
            {
                _towers[_towerOf[cell]] += deposits.Signal(cell) * _perEnergy[cell];
            }
        }

        FourVector[] inputs =
        [
            .. Enumerable.Range(0, _towers.Length).Where(tower => _towers[tower] > LeastPt).Select(tower =>
                FourVector.FromPtEtaPhiMass(_towers[tower], EtaOf(tower), PhiOf(tower), 0)),
        ];
        IReadOnlyList<Jet> jets = _finder.Find(inputs, options.WindowPtMin);
        return [.. jets.Select(jet => new CellWindow(jet.Momentum.Eta, jet.Momentum.Phi, options.WindowRadius))];
    }

    private static int TowerOf(CaloGeometry geometry, int cell)
    {
        int eta = (int)Math.Floor((geometry.Eta[cell] + EtaMax) / (2 * EtaMax) * EtaTowers);
        int phi = (int)((EtaPhi.WrapPhi(geometry.Phi[cell]) + Math.PI) / (2 * Math.PI) * PhiTowers);
        return eta is >= 0 and < EtaTowers ? (eta * PhiTowers) + Math.Min(phi, PhiTowers - 1) : -1;
    }

    private static double EtaOf(int tower) => (((tower / PhiTowers) + 0.5) * 2 * EtaMax / EtaTowers) - EtaMax;

    private static double PhiOf(int tower) => (((tower % PhiTowers) + 0.5) * 2 * Math.PI / PhiTowers) - Math.PI;
}
