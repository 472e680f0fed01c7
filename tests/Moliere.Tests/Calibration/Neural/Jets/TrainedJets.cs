using Moliere.Calibration;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tests.Calibration.Neural.Jets;

/// <summary>Networks derived once from toy jets and shared by the tests.</summary>
internal static class TrainedJets
{
    public static readonly Table Jets = ToyJets.Jets(8000, seed: 1);

    private static readonly Lazy<JetNetworkDerivation> s_derivation = new(() => Derivation(Jets));
    private static readonly Lazy<JetNetworkCalibration> s_gaussian = new(() => Train(s_derivation.Value, "mlp"));

    public static JetNetworkDerivation Shared => s_derivation.Value;

    /// <summary>A Gaussian head with closure.</summary>
    public static JetNetworkCalibration Gaussian => s_gaussian.Value;

    public static NetworkOptions Head { get; } = new()
    {
        Plan = new() { Shape = new MlpOptions { Hidden = [16, 16] }, Loss = new GaussianNll() },
    };

    /// <summary>Small layers over constituents.</summary>
    public static NetworkOptions SetHead { get; } = new()
    {
        Plan = new() { Sets = new() { Point = [16, 16], Object = [16, 16] }, Loss = new GaussianNll() },
    };

    /// <summary>Jets whose response depends on what only their constituents tell.</summary>
    public static Table WideJets { get; } = ToyJets.Jets(6000, seed: 11, widthSlope: 0.6);

    private static readonly Lazy<JetNetworkCalibration> s_particleFlow = new(() => Sets(JetNetworkKind.ParticleFlow));
    private static readonly Lazy<JetNetworkCalibration> s_energyFlow = new(() => Sets(JetNetworkKind.EnergyFlow));

    public static JetNetworkCalibration ParticleFlow => s_particleFlow.Value;

    public static JetNetworkCalibration EnergyFlow => s_energyFlow.Value;

    private static JetNetworkCalibration Sets(JetNetworkKind kind) =>
        Train(Derivation(WideJets, new() { Kind = kind, FoldPhi = true }), kind.ToString(), 12, head: SetHead);

    /// <summary>The last quarter validates.</summary>
    public static JetNetworkDerivation Derivation(
        Table jets, JetNetworkOptions? options = null, ICalibration? input = null) =>
        new(jets, ToyJets.Part(jets, 0, 0.75), ToyJets.Part(jets, 0.75, 1), options ?? new(), input);

    public static JetNetworkCalibration Train(
        JetNetworkDerivation derivation, string name, int epochs = 40, int threads = 1, NetworkOptions? head = null) =>
        derivation.Derive(name, head ?? Head, Options(epochs, threads)).Calibration;

    public static TrainerOptions Options(int epochs, int threads = 1) =>
        new() { Epochs = epochs, Patience = 0, BatchSize = 128, LearningRate = 0.01, Threads = threads };

    /// <summary>Calibrated over true transverse momentum of all jets.</summary>
    public static double[] Closure(ICalibration calibration, Table jets)
    {
        float[] pt = jets.Floats(JetColumns.Pt), truth = jets.Floats(JetColumns.TruthPt);
        return [.. calibration.Apply(jets).Response.Select((r, row) => (double)pt[row] / r / truth[row])];
    }
}
