using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tests.Calibration.Neural.Taus;

/// <summary>Networks derived once from toy taus and shared by the tests.</summary>
internal static class TrainedTaus
{
    public static readonly Table Taus = ToyTaus.Taus(12000, seed: 1);

    public static NetworkOptions Head { get; } = TauNetworkOptions.Network with
    {
        Plan = new() { Shape = new MlpOptions { Hidden = [24, 24] }, Loss = new MixtureNll(2) },
    };

    private static readonly Lazy<TauNetworkDerivation> s_derivation = new(() => Derivation(Taus));
    private static readonly Lazy<TauNetworkCalibration> s_mixture = new(() => Train(s_derivation.Value, Head));

    private static readonly Lazy<TauNetworkCalibration> s_ensemble =
        new(() => Train(s_derivation.Value, EnsembleOf(3), epochs: 6));

    public static TauNetworkDerivation Shared => s_derivation.Value;

    /// <summary>Two densities, with closure.</summary>
    public static TauNetworkCalibration Mixture => s_mixture.Value;

    /// <summary>Three members.</summary>
    public static TauNetworkCalibration Ensemble => s_ensemble.Value;

    public static NetworkOptions EnsembleOf(int members) => Head with
    {
        Plan = Head.Plan with { Family = NetworkFamily.DeepEnsemble, Ensemble = new() { Members = members } },
    };

    /// <summary>The last quarter validates.</summary>
    public static TauNetworkDerivation Derivation(Table taus, TauNetworkOptions? options = null) =>
        new(taus, ToyTaus.Part(taus, 0, 0.75), ToyTaus.Part(taus, 0.75, 1), ToyTaus.Scales,
            options ?? new());

    public static TauNetworkCalibration Train(
        TauNetworkDerivation derivation, NetworkOptions network, int epochs = 20, int threads = 1) =>
        derivation.Derive("mdn", network, Options(epochs, threads)).Calibration;

    public static TrainerOptions Options(int epochs, int threads = 1) =>
        new() { Epochs = epochs, Patience = 0, BatchSize = 128, LearningRate = 0.01, Threads = threads };

    /// <summary>Calibrated over true transverse momentum of all taus.</summary>
    public static double[] Closure(ICalibration calibration, Table taus)
    {
        float[] pt = taus.Floats(TauColumns.Pt), truth = taus.Floats(TauColumns.TruthPt);
        return [.. calibration.Apply(taus).Response.Select((r, row) => (double)pt[row] / r / truth[row])];
    }
}
