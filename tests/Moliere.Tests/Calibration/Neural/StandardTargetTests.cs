using Moliere.Calibration.Neural;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tests.Calibration.Neural;

public sealed class StandardTargetTests
{
    private static readonly float[] s_row = [0.3f, -1.2f];

    private static readonly NetworkPlan s_plan = new()
    {
        Shape = new() { Hidden = [4, 3] },
        Loss = new MixtureNll(2) { LeastSigma = 0.1 },
        Ensemble = new() { Members = 3 },
    };

    [Theory]
    [InlineData(NetworkFamily.Single)]
    [InlineData(NetworkFamily.DeepEnsemble)]
    [InlineData(NetworkFamily.RepulsiveEnsemble)]
    public void FoldedNetwork_SpeaksOfTheTargetItself(NetworkFamily family)
    {
        NetworkPlan plan = s_plan with { Family = family };
        Network network = plan.Create(inputs: 2, seed: 5);
        NetworkPrediction before = network.Predict(s_row, 1, plan.Loss, 1);
        NetworkPlan folded = new StandardTarget(7, 0.25).FoldInto(network, plan);
        NetworkPrediction after = network.Predict(s_row, 1, folded.Loss, 1);
        Assert.Equal(7 + (0.25 * before.Mean[0]), after.Mean[0], 1e-5);
        Assert.Equal(0.25 * before.SigmaSyst![0], after.SigmaSyst![0], 1e-5);
        Assert.Equal(0.025, ((MixtureNll)folded.Loss).LeastSigma!.Value, 1e-12);
    }

    [Fact]
    public void BayesianNetwork_LearnsTargetsAsTheyAre()
    {
        NetworkPlan plan = s_plan with { Family = NetworkFamily.Bayesian };
        Assert.Equal(new StandardTarget(0, 1), StandardTarget.Of([1, 2, 3], [1, 1, 1], plan));
        Assert.Same(plan, new StandardTarget(0, 1).FoldInto(plan.Create(2, 1), plan));
    }

    [Fact]
    public void RobustScale_IsNotMovedByATail()
    {
        float[] targets = [.. Enumerable.Range(0, 1000).Select(i => i / 1000f)], tailed = [.. targets];
        tailed[999] = 1e4f;
        Assert.Equal(StandardTarget.RobustOf(targets, s_plan), StandardTarget.RobustOf(tailed, s_plan));
        Assert.Equal(0.5, StandardTarget.RobustOf(targets, s_plan).Mean, 1e-6);
        Assert.Equal(0.341, StandardTarget.RobustOf(targets, s_plan).Sigma, 1e-3);
    }
}
