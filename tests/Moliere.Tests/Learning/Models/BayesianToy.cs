using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tests.Learning.Training;

namespace Moliere.Tests.Learning.Models;

/// <summary>A Bayesian mixture network trained on <see cref="SyntheticRows"/>, made once for all tests.</summary>
internal static class BayesianToy
{
    public const int Rows = 400;

    private static readonly Lazy<BayesianMlp> s_trained = new(Train);

    public static NetworkPlan Plan { get; } = new()
    {
        Family = NetworkFamily.Bayesian,
        Shape = new() { Hidden = [32, 32] },
        Loss = new MixtureNll(3),
    };

    public static BayesianMlp Trained => s_trained.Value;

    public static float[] Features { get; } = SyntheticRows.Make(Rows, 3).Features;

    private static BayesianMlp Train()
    {
        var model = (BayesianMlp)Plan.Create(3, seed: 4);
        var options = new TrainerOptions { Epochs = 15, BatchSize = 100, LearningRate = 0.01, Patience = 0 };
        Trainer.Fit(model, Plan.Loss, SyntheticRows.Make(4000, 1), SyntheticRows.Make(1000, 2), options);
        return model;
    }
}
