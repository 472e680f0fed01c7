using Moliere.Cli.Recipes.Displaced;
using Moliere.Learning.Optimizers;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The recipe in the words of the room that trains.</summary>
internal static class DisplacedTranslation
{
    public static DisplacedTrainingOptions Training(this DisplacedRecipe recipe, int threads) => new()
    {
        Inputs = new()
        {
            MaximumClusters = recipe.Network.Clusters,
            MaximumTracks = recipe.Network.Tracks,
            MaximumSegments = recipe.Network.MuonSegments,
        },
        Network = new()
        {
            Points = recipe.Network.Points,
            Segments = recipe.Network.Segments,
            Recurrent = recipe.Network.Recurrent,
            Hidden = recipe.Network.Hidden,
            Dropout = recipe.Network.Dropout,
        },
        Alone = new()
        {
            Epochs = recipe.Network.Epochs,
            BatchSize = recipe.Network.BatchSize,
            LearningRate = recipe.Network.LearningRate,
            Schedule = new() { Kind = ScheduleKind.OneCycle },
            Patience = 0,
            Threads = threads,
        },
        AdversaryHidden = recipe.Adversary.Hidden,
        DistanceLimit = recipe.Adversary.Distance,
        Game = new()
        {
            Lambda = recipe.Adversary.Lambda,
            Ramp = [.. recipe.Adversary.Ramp],
            AdversarySteps = recipe.Adversary.Steps,
            PretrainAdversary = recipe.Adversary.Pretraining,
            Epochs = recipe.Adversary.Epochs,
            BatchSize = recipe.Network.BatchSize,
            ControlBatchSize = recipe.Adversary.BatchSize,
            Main = DisplacedTrainingOptions.Player(recipe.Adversary.LearningRate),
            Adversary = DisplacedTrainingOptions.Player(recipe.Adversary.LearningRate),
            Threads = threads,
        },
    };

    public static PlaneOptions Plane(this DisplacedPlaneSection section) =>
        new(
            section.TimeMin, section.HighScores, section.HighDistances, section.Distances, section.Trigger.ToOptions());
}
