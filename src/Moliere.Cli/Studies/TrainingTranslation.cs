using Moliere.Cli.Recipes.Clusters;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;

namespace Moliere.Cli.Studies;

/// <summary>What all recipes say about networks, in the words of the room that trains them.</summary>
internal static class TrainingTranslation
{
    public static TrainerOptions Trainer(this TrainingSection training, ulong seed, int threads) => new()
    {
        Epochs = training.Epochs,
        BatchSize = training.BatchSize,
        LearningRate = training.LearningRate,
        Schedule = new ScheduleOptions
        {
            Kind = KindOf(training.Schedule),
            Milestones = [.. training.Milestones],
            StepFactor = training.StepFactor,
        },
        Optimizer = new OptimizerOptions
        {
            Kind = training.WeightDecay > 0 ? OptimizerKind.AdamW : OptimizerKind.Adam,
            WeightDecay = training.WeightDecay,
        },
        ClipNorm = training.ClipNorm,
        Patience = training.Patience,
        Threads = threads,
        Seed = seed,
    };

    public static MlpOptions Shape(IReadOnlyList<int> hidden, HiddenActivation activation) => new()
    {
        Hidden = [.. hidden],
        Activation = activation switch
        {
            HiddenActivation.Tanh => Activation.Tanh,
            HiddenActivation.Silu => Activation.Silu,
            HiddenActivation.Softplus => Activation.Softplus,
            _ => Activation.Relu,
        },
    };

    private static ScheduleKind KindOf(TrainingSchedule schedule) => schedule switch
    {
        TrainingSchedule.Constant => ScheduleKind.Constant,
        TrainingSchedule.Step => ScheduleKind.Step,
        TrainingSchedule.Cosine => ScheduleKind.Cosine,
        _ => ScheduleKind.OneCycle,
    };
}
