using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Objects;
using Moliere.Numerics.Fits;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class EtaCorrectionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void BiasOfTheDirection_IsTakenAway(int sign)
    {
        float[] truth = ToyChain.Test.Floats(JetColumns.TruthEta), pt = ToyChain.Test.Floats(JetColumns.TruthPt);
        JetMomenta before = After("mcjes"), after = After("eta");
        bool IsTaken(int row) => pt[row] is > 15 and < 40 && sign * truth[row] is > 1.3f and < 1.7f;

        double bias = ToyChain.Core([.. before.Eta.Zip(truth, (eta, t) => (float)(eta - t))], IsTaken).Mean;
        double left = ToyChain.Core([.. after.Eta.Zip(truth, (eta, t) => (float)(eta - t))], IsTaken).Mean;

        Assert.InRange(sign * bias, 0.008, 0.02);
        Assert.InRange(left, -0.0035, 0.0035);
    }

    [Fact]
    public void EnergyAndMomentum_StayWhileTransverseMomentumFollows()
    {
        JetMomenta before = After("mcjes"), after = After("eta");

        Assert.Equal(before.Energy, after.Energy);
        Assert.All(Enumerable.Range(0, 200), row => Assert.Equal(
            before.Pt[row] * Math.Cosh(before.Eta[row]),
            after.Pt[row] * Math.Cosh(after.Eta[row]),
            1e-6 * before.Energy[row]));
    }

    [Fact]
    public void SoftJets_StayWhereTheyAre()
    {
        JetMomenta before = After("mcjes"), after = After("eta");
        int[] soft = [.. Enumerable.Range(0, before.Pt.Length).Where(row => before.Pt[row] < 8)];

        Assert.NotEmpty(soft);
        Assert.All(soft, row => Assert.Equal(before.Eta[row], after.Eta[row]));
    }

    private static JetMomenta After(string method)
    {
        var jets = new JetMomenta(ToyChain.Test);
        foreach (JetStep step in ToyChain.Chain.Steps.TakeWhile(step =>
            JetChain.Methods.ToList().IndexOf(step.Method) <= JetChain.Methods.ToList().IndexOf(method)))
        {
            step.Apply(jets);
        }

        return jets;
    }
}
