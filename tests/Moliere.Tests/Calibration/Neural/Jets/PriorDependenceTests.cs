using Moliere.Calibration;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Numerics.Fits;
using Xunit.Abstractions;

namespace Moliere.Tests.Calibration.Neural.Jets;

/// <summary>
/// What a network learns about the truth given the reconstructed jet depends on the spectrum it was shown: with a
/// spread s of ln R and a spectrum pT^-4 instead of one flat in ln pT the mean moves by about 3 s². The closure takes
/// that back.
/// </summary>
public sealed class PriorDependenceTests(ITestOutputHelper output)
{
    private static readonly Table s_training = ToyJets.Jets(16_000, seed: 21, from: 20, to: 250);
    private static readonly Table s_fresh = ToyJets.Jets(60_000, seed: 22, from: 20, to: 250);
    private static readonly (double Low, double High)[] s_bins = [(40, 60), (60, 90), (90, 140)];

    [Fact]
    [Trait("Speed", "Slow")]
    public void Closure_TakesTheSpectrumOutOfTheMean()
    {
        JetNetworkCalibration flat = Trained(new() { Kind = SpectrumKind.Flat });
        JetNetworkCalibration falling = Trained(new() { Kind = SpectrumKind.Power, Power = 4 });
        double[] plain = Difference(flat with { Closure = null }, falling with { Closure = null });
        double[] closed = Difference(flat, falling);
        output.WriteLine(FormattableString.Invariant($"direct {Text(plain)}, closed {Text(closed)}"));
        double expected = 3 * ToyJets.Spread * ToyJets.Spread;
        Assert.All(plain, difference => Assert.InRange(difference, 0.7 * expected, 2 * expected));
        Assert.All(closed, difference => Assert.InRange(Math.Abs(difference), 0, 0.008));
        Assert.All(Means(falling), mean => Assert.Equal(1, mean, 0.01));
        Assert.All(Means(flat), mean => Assert.Equal(1, mean, 0.01));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void GaussianAnsatz_DependsLessOnTheSpectrumWithoutAnyClosure()
    {
        Table flat = ToyJets.Jets(16_000, seed: 23, from: 20, to: 250);
        Table falling = ToyJets.Jets(16_000, seed: 24, power: 3, from: 20, to: 250);
        var loss = new GaussianAnsatz(Math.Log10(20), Math.Log10(250), 3);
        double[] likelihood = Difference(
            Unclosed(flat, JetTarget.TrueMomentum, loss, 60), Unclosed(falling, JetTarget.TrueMomentum, loss, 60));
        double[] posterior = Difference(
            Unclosed(flat, JetTarget.Response, new GaussianNll(), 20),
            Unclosed(falling, JetTarget.Response, new GaussianNll(), 20));
        output.WriteLine(FormattableString.Invariant($"ansatz {Text(likelihood)}, direct {Text(posterior)}"));
        Assert.All(posterior, difference => Assert.InRange(difference, 0.01, 0.1));
        Assert.InRange(likelihood.Average(Math.Abs), 0, 0.6 * posterior.Average(Math.Abs));
    }

    private static JetNetworkCalibration Unclosed(
        Table jets, JetTarget target, Loss loss, int epochs) => TrainedJets.Train(
        TrainedJets.Derivation(
            jets, new() { Spectrum = new() { Kind = SpectrumKind.AsSampled }, Closure = null, Target = target }),
        "unclosed",
        epochs,
        head: TrainedJets.Head with { Plan = TrainedJets.Head.Plan with { Loss = loss } });

    private static JetNetworkCalibration Trained(JetSpectrum spectrum) => TrainedJets.Train(
        TrainedJets.Derivation(s_training, new() { Spectrum = spectrum, Closure = new() { EtaEdges = [0, 5] } }),
        "mlp",
        epochs: 20);

    private static double[] Difference(ICalibration a, ICalibration b) =>
        [.. Means(a).Zip(Means(b), (first, second) => first - second)];

    private static double[] Means(ICalibration calibration)
    {
        double[] closure = TrainedJets.Closure(calibration, s_fresh);
        float[] truth = s_fresh.Floats(JetColumns.TruthPt);
        return [.. s_bins.Select(bin => CentralFit.Of(
            [.. closure.Where((_, row) => truth[row] >= bin.Low && truth[row] < bin.High).Select(r => (float)r)],
            []).Mean)];
    }

    private static string Text(double[] values) =>
        string.Join(" ", values.Select(value => FormattableString.Invariant($"{value:F4}")));
}
