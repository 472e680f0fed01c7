using System.Text.Json;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;
using Moliere.Tagging.Decorrelation;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>A discriminant of a run.</summary>
/// <param name="Method">Name of the method with its setting.</param>
/// <param name="Start">Number of the start, from 1.</param>
/// <param name="Discriminant">Scores jets.</param>
/// <param name="Training">How it was trained; null for what is not.</param>
internal sealed record TrainedDiscriminant(
    string Method, int Start, IDiscriminant Discriminant, TrainingEntry? Training);

/// <summary>
/// Derives the discriminants of a recipe. A finished one is found again in the run folder, an unfinished network goes
/// on from its checkpoint. Where the request names a folder of models, all are read from there.
/// </summary>
internal sealed class TrainedDiscriminants(
    StudyRequest request, DecorrelateRecipe recipe, DecorrelateSample sample)
{
    /// <summary>All settings and starts, in the order of the recipe.</summary>
    /// <exception cref="RefusalException">A method cannot be derived from these jets, or has run away.</exception>
    public IReadOnlyList<TrainedDiscriminant> All()
    {
        try
        {
            return [.. recipe.Methods.SelectMany(Of)];
        }
        catch (Exception error) when (error is ArgumentException or MissingColumnException)
        {
            throw new RefusalException(ExitCode.BadData, error.Message.Split(" (Parameter")[0]);
        }
    }

    /// <summary>What an adversary that never took part learns of the mass of test jets.</summary>
    /// <param name="trained">Any discriminant.</param>
    /// <returns>Null for what is no network, or with fewer than 4 background jets.</returns>
    public FreshVerdict? Fresh(TrainedDiscriminant trained) =>
        trained.Discriminant is NetworkDiscriminant network && sample.Test.Background.Length >= 4
            ? Derivation(trained.Start).Fresh(network, sample.Test) : null;

    private BoostedSample Training => sample.Training;

    private NetworkDerivation Derivation(int start) => new(
        Training, sample.Validation, recipe.Variables, (recipe.Mass.Min, recipe.Mass.Max),
        recipe.Options(request.Threads, start));

    private IReadOnlyList<TrainedDiscriminant> Of(DecorrelateMethod method)
    {
        string name = DecorrelateNames.Of(method);
        return method switch
        {
            DecorrelateMethod.D2 => Fixed(name, () => new VariableDiscriminant(name, BoostedJetColumns.D2)),
            DecorrelateMethod.Tau21 => Fixed(name, () => new VariableDiscriminant(name, BoostedJetColumns.Tau21)),
            DecorrelateMethod.Ddt => Fixed(name, () => LinearDerivation.Derive(name, Training)),
            DecorrelateMethod.Knn => Fixed(name, () => PercentileDerivation.Derive(name, Training, Grid())),
            DecorrelateMethod.Css => Fixed(name, () => MorphedDerivation.Derive(name, Training)),
            DecorrelateMethod.Adaboost => [Trees(name, null)],
            DecorrelateMethod.Uboost =>
                [.. recipe.Trees.Strengths.Select(strength => Trees(DecorrelateNames.Of(method, strength), strength))],
            _ => [.. Enumerable.Range(1, recipe.Network.Starts).SelectMany(start => Networks(method, start))],
        };
    }

    private PercentileOptions Grid() => new()
    {
        Share = recipe.Percentile.Share,
        Cells = recipe.Percentile.Cells,
        PtLow = recipe.Jets.PtMin,
        PtHigh = recipe.Jets.PtMax,
    };

    private IReadOnlyList<TrainedDiscriminant> Fixed(string name, Func<IDiscriminant> derive) =>
        [Kept(name, 1, () => (derive(), null))];

    private TrainedDiscriminant Trees(string name, double? strength) => Kept(name, 1, () =>
    {
        using RunStage stage = request.Progress.Stage($"training {name}", recipe.Trees.Rounds, "rounds");
        (TreeDiscriminant trees, TrainingResult result) = TreeDerivation.Derive(
            name, Training, recipe.Variables, recipe.Boosting(request.Threads), recipe.Uniform(strength),
            new EpochCounter(stage), request.Cancellation);
        return (trees, Entry(name, result));
    });

    private IReadOnlyList<TrainedDiscriminant> Networks(DecorrelateMethod method, int start)
    {
        NetworkDerivation derivation = Derivation(start);
        return method switch
        {
            DecorrelateMethod.Network => [Plain(derivation, start)],
            DecorrelateMethod.Disco => [.. recipe.Network.Lambdas.Select(lambda => Learned(
                DecorrelateNames.Of(method, lambda), start, (name, checkpoint, progress) =>
                    derivation.Correlated(name, lambda, checkpoint, progress, request.Cancellation)))],
            _ => Games(derivation, start),
        };
    }

    private TrainedDiscriminant Plain(NetworkDerivation derivation, int start) => Learned(
        DecorrelateNames.Of(DecorrelateMethod.Network), start, (name, checkpoint, progress) =>
            derivation.Plain(name, checkpoint, progress, request.Cancellation));

    private TrainedDiscriminant Learned(
        string name, int start,
        Func<string, string, IProgress<EpochReport>, (NetworkDiscriminant, TrainingResult)> train) =>
        Kept(name, start, () =>
        {
            using RunStage stage = request.Progress.Stage(
                $"training {FileOf(name, start)}", recipe.Network.Epochs, "epochs");
            (NetworkDiscriminant network, TrainingResult result) =
                train(name, Checkpoint(name, start), new EpochCounter(stage));
            request.Cancellation.ThrowIfCancellationRequested();
            Divergence.Say(request.Progress, name, result);
            return (network, Entry(name, result));
        });

    // Each lambda goes on from the network of the one before, the first from the plain one.
    private IReadOnlyList<TrainedDiscriminant> Games(NetworkDerivation derivation, int start)
    {
        var network = (NetworkDiscriminant)Plain(derivation, start).Discriminant;
        var games = new List<TrainedDiscriminant>();
        foreach (double lambda in recipe.Adversary.Lambdas)
        {
            string name = DecorrelateNames.Of(DecorrelateMethod.Adversary, lambda);
            NetworkDiscriminant from = network;
            double[] ramp = games.Count == 0 ? [.. recipe.Adversary.Ramp] : [];
            games.Add(Kept(name, start, () => Game(derivation, name, start, (lambda, ramp), from)));
            network = (NetworkDiscriminant)games[^1].Discriminant;
        }

        return games;
    }

    private (IDiscriminant, TrainingEntry?) Game(
        NetworkDerivation derivation, string name, int start, (double Lambda, double[] Ramp) price,
        NetworkDiscriminant from)
    {
        using RunStage stage = request.Progress.Stage(
            $"game {FileOf(name, start)}",
            ((1 + price.Ramp.Length) * recipe.Adversary.Epochs) + recipe.Adversary.Pretraining, "epochs");
        (NetworkDiscriminant network, GameResult game) = derivation.Adversarial(
            name, price.Lambda, from, price.Ramp, Checkpoint(name, start), new GameCounter(stage),
            request.Cancellation);
        request.Cancellation.ThrowIfCancellationRequested();
        GameOutcome.Say(
            request, FileOf(name, start), game,
            "a smaller lambda (adversary.lambdas) or smaller steps (adversary.network_rate) help.");
        return (network, new()
        {
            Method = name,
            Rows = Training.Count,
            Epochs = game.History.Count,
            BestEpoch = game.KeptEpochs,
            ValidationLoss = game.Kept!.MainLoss,
        });
    }

    private TrainedDiscriminant Kept(string name, int start, Func<(IDiscriminant, TrainingEntry?)> derive)
    {
        string file = $"models/{FileOf(name, start)}.model", course = $"models/{FileOf(name, start)}.training.json";
        if (request.Models is { } models)
        {
            return Read(name, start, SameSplit.Existing(models, file), Path.Combine(models, course));
        }

        if (!request.Folder.Has(file))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            (IDiscriminant made, TrainingEntry? training) = derive();
            request.Cancellation.ThrowIfCancellationRequested();
            if (training is not null)
            {
                request.Folder.WriteText(course, JsonSerializer.Serialize(training));
            }

            DiscriminantFile.Write(request.Folder.PathOf(file), made);
        }

        // Read back also when just made: a resumed run must not differ from one at a stretch.
        return Read(name, start, request.Folder.PathOf(file), request.Folder.PathOf(course));
    }

    private static TrainedDiscriminant Read(string name, int start, string file, string course) => new(
        name, start, DiscriminantFile.Read(file), File.Exists(course)
            ? JsonSerializer.Deserialize<TrainingEntry>(File.ReadAllText(course)) : null);

    private string Checkpoint(string name, int start) =>
        request.Folder.PathOf(GameOutcome.CheckpointOf(FileOf(name, start)));

    private string FileOf(string name, int start) => recipe.Network.Starts == 1 || start == 1
        ? name : FormattableString.Invariant($"{name}-start{start}");

    private static TrainingEntry Entry(string name, TrainingResult result) => new()
    {
        Method = name,
        Rows = result.Rows,
        Epochs = result.Epochs,
        BestEpoch = result.BestEpoch,
        ValidationLoss = double.IsFinite(result.BestValidationLoss) ? result.BestValidationLoss : null,
    };
}
