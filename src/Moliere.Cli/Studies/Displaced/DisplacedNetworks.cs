using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Tables;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The networks of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Alone">The network trained on simulation alone.</param>
/// <param name="AloneResult">How that went.</param>
/// <param name="Held">The network held to data.</param>
/// <param name="HeldResult">How that went.</param>
internal sealed record SeededNetworks(
    ulong Seed, DisplacedNetworkTagger Alone, TrainingResult AloneResult, DisplacedNetworkTagger Held,
    GameResult HeldResult);

/// <summary>All per-jet taggers of a run.</summary>
internal sealed class DisplacedNetworks
{
    /// <summary>Folder of the states of trainings inside a run.</summary>
    public const string CheckpointFolder = "checkpoints";

    // Cross-entropy of a guess among three classes of equal weight.
    private static readonly double s_nearGuessing = 0.9 * Math.Log(3);

    private DisplacedNetworks(
        DisplacedDerivation derivation, DisplacedTreeTagger trees, IReadOnlyList<SeededNetworks> seeds) =>
        (Derivation, Trees, Seeds) = (derivation, trees, seeds);

    /// <summary>Whether a game ran away, was never healthy or kept no epoch: the state that it names then stays.
    /// </summary>
    public bool HasFailed => Seeds.Any(seed => IsTold(seed.HeldResult));

    /// <summary>What trained them; fresh adversaries come from it.</summary>
    public DisplacedDerivation Derivation { get; }

    /// <summary>Trees over summaries.</summary>
    public DisplacedTreeTagger Trees { get; }

    /// <summary>Networks, seed by seed.</summary>
    public IReadOnlyList<SeededNetworks> Seeds { get; }

    /// <summary>Trains what is not trained yet; interrupted trainings go on from their checkpoints.</summary>
    /// <exception cref="RefusalException">A class or a side of the control region is missing.</exception>
    public static DisplacedNetworks Train(StudyRequest request, DisplacedRecipe recipe, DisplacedParts parts)
    {
        DisplacedNeeds.Require(recipe, parts);
        DisplacedDerivation derivation = Refusing(
            () => new DisplacedDerivation(parts.Training, recipe.Training(request.Threads)));
        foreach (string sentence in derivation.Counts.Sentences())
        {
            request.Progress.Say($"Jets to learn from: {sentence}");
        }

        var training = new Training(request, recipe, parts, derivation);
        DisplacedTreeTagger trees = training.Trees();
        SeededNetworks[] seeds = [.. Enumerable.Range(0, recipe.Seeds)
            .Select(number => training.Networks(recipe.Seed + (ulong)number))];
        return new(derivation, trees, seeds);
    }

    private static bool IsTold(GameResult result) =>
        result.Status != TrainingStatus.Completed || result.Kept?.Epoch == 0;

    /// <summary>Makes sentences of the rooms below refusals for the user.</summary>
    public static T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is ArgumentException or MissingColumnException)
        {
            throw new RefusalException(ExitCode.BadData, error.Message.Split(" (Parameter")[0]);
        }
    }

    private sealed class Training(
        StudyRequest request, DisplacedRecipe recipe, DisplacedParts parts, DisplacedDerivation derivation)
    {
        public DisplacedTreeTagger Trees()
        {
            string path = request.Folder.PathOf($"models/{DisplacedMethods.Trees}.json");
            if (File.Exists(path))
            {
                return new(DisplacedMethods.Trees, XgboostFile.Read(path).Trees);
            }

            using RunStage stage = request.Progress.Stage("trees of jets", 1, "models");
            DisplacedTreeTagger trees = Refusing(() => DisplacedTreeTagger.Derive(
                DisplacedMethods.Trees, parts.Training.Training, parts.Training.Validation,
                recipe.Trees.ToOptions(recipe.Seed, request.Threads)));
            XgboostFile.Write(path, trees.Trees);
            stage.Advance();
            return trees;
        }

        public SeededNetworks Networks(ulong seed)
        {
            string tail = recipe.Seeds == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{seed}");
            (DisplacedNetworkTagger alone, TrainingResult first) = Alone(DisplacedMethods.Network + tail, seed);
            (DisplacedNetworkTagger held, GameResult second) =
                Against(DisplacedMethods.Adversarial + tail, alone, seed);
            return new(seed, alone, first, held, second);
        }

        private (DisplacedNetworkTagger, TrainingResult) Alone(string name, ulong seed)
        {
            using RunStage stage = request.Progress.Stage($"training {name}", recipe.Network.Epochs, "epochs");
            (DisplacedNetworkTagger tagger, TrainingResult result) = derivation.Alone(
                name, seed, request.Folder.PathOf($"{CheckpointFolder}/{name}.checkpoint"), new EpochCounter(stage),
                request.Cancellation);
            request.Cancellation.ThrowIfCancellationRequested();
            if (result.BestEpoch == 0)
            {
                throw new RefusalException(
                    ExitCode.Usage, $"The training of {name} diverged in its first epoch; use a smaller step with "
                    + "--set network.learning_rate=....");
            }

            DisplacedTaggerFile.Write(tagger, request.Folder.PathOf($"models/{name}.model"));
            return (tagger, result);
        }

        private (DisplacedNetworkTagger, GameResult) Against(string name, DisplacedNetworkTagger alone, ulong seed)
        {
            int epochs = recipe.Adversary.Pretraining + (recipe.Adversary.Epochs * (recipe.Adversary.Ramp.Count + 1));
            using RunStage stage = request.Progress.Stage($"training {name}", epochs, "epochs");
            string checkpoint = $"{CheckpointFolder}/{name}.checkpoint", path = request.Folder.PathOf(checkpoint);
            (DisplacedNetworkTagger tagger, GameResult result) = Refusing(() => derivation.Against(
                name, alone, seed, path, new GameCounter(stage), request.Cancellation));
            request.Cancellation.ThrowIfCancellationRequested();

            // The folder of the run has another name once it is whole.
            result = result with { Message = result.Message.Replace(path, checkpoint, StringComparison.Ordinal) };
            stage.Note = result.Kept is { } kept ? FormattableString.Invariant(
                $"kept epoch {kept.Epoch}: loss {kept.MainLoss:0.0000}, distance {kept.Verdicts[0].Score:0.000}") : "";
            Tell(name, result);
            DisplacedTaggerFile.Write(tagger, request.Folder.PathOf($"models/{name}.model"));
            return (tagger, result);
        }

        private void Tell(string name, GameResult result)
        {
            GameEpoch? wrong = new[] { result.Start }.OfType<GameEpoch>().Concat(result.History)
                .FirstOrDefault(epoch => epoch.Complaint is not null);
            if (wrong is not null)
            {
                request.Progress.Say(FormattableString.Invariant(
                    $"{name}: in epoch {wrong.Epoch} {wrong.Complaint}. Check the selection of the control region."));
            }

            if (result.Kept?.MainLoss > s_nearGuessing)
            {
                request.Progress.Say(FormattableString.Invariant(
                    $"{name}: the loss {result.Kept.MainLoss:0.00} is that of guessing among three classes; ")
                    + "data and simulation agree on nothing. Use a smaller adversary.lambda or "
                    + "adversary.learning_rate.");
            }

            if (IsTold(result))
            {
                request.Progress.Say($"{name}: {result.Message}");
            }
        }
    }
}
