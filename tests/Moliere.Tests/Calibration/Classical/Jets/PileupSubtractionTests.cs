using Moliere.Calibration.Classical.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Fits;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class PileupSubtractionTests
{
    private static readonly PileupSubtraction s_step = (PileupSubtraction)ToyChain.Chain.Steps[0];

    [Theory]
    [InlineData(0.4)]
    [InlineData(2.0)]
    [InlineData(3.8)]
    public void Slopes_AreThoseOfTheToy(double eta)
    {
        Assert.Equal(ToyJetChain.Alpha, s_step.Alpha.At(eta), 0.06);
        Assert.Equal(ToyJetChain.Beta, s_step.Beta.At(eta), 0.04);
    }

    [Fact]
    public void SoftJets_NoLongerDependOnPileup()
    {
        float[] subtracted = Subtracted(), truth = ToyChain.Test.Floats(JetColumns.TruthPt);
        float[] vertices = ToyChain.Test.Floats(JetColumns.VertexCount), measured = ToyChain.Test.Floats(JetColumns.Pt);
        float[] eta = ToyChain.Test.Floats(JetColumns.TruthEta);
        double before = Slope(row => measured[row]), after = Slope(row => subtracted[row]);

        Assert.InRange(before, 0.2, 0.7);
        Assert.InRange(after, -0.03, 0.03);

        double Slope(Func<int, double> pt)
        {
            var line = new LeastSquares(2);
            foreach (int row in Enumerable.Range(0, truth.Length).Where(row => truth[row] is > 20 and < 40))
            {
                double response = ToyJetChain.Response(truth[row] * Math.Cosh(eta[row]), eta[row]);
                line.Add([1, vertices[row]], pt(row) - (response * truth[row]));
            }

            return line.Solve()[1];
        }
    }

    [Fact]
    public void WholeFourMomentum_IsScaled()
    {
        var jets = new JetMomenta(ToyChain.Test.Select([0, 1, 2, 3]));
        double[] before = [.. jets.Pt.Zip(jets.Energy, (pt, energy) => pt / energy)];

        s_step.Apply(jets);

        Assert.All(before.Zip(jets.Pt.Zip(jets.Energy)), jet =>
            Assert.Equal(jet.First, jet.Second.First / jet.Second.Second, 1e-12));
    }

    private static float[] Subtracted()
    {
        Predictions predictions = ToyChain.Chain.UpTo("pileup").Apply(ToyChain.Test);
        return [.. ToyChain.Test.Floats(JetColumns.Pt).Zip(predictions.Response, (pt, response) => pt / response)];
    }
}
