using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Trains networks of substructure variables: plain, with the distance correlation of score and mass in the loss, or
/// against an adversary that guesses the mass of background from the score and ln pT.
/// </summary>
/// <param name="train">Training jets.</param>
/// <param name="validation">Jets that decide when training stops; shared with nothing else.</param>
/// <param name="columns">Variables the tagger sees.</param>
/// <param name="massRange">Range of the mass that becomes [0, 1] for the adversary [GeV].</param>
/// <param name="options">Shapes and trainings; threads and seed are those of the training.</param>
/// <source>ATL-PHYS-PUB-2018-014, section 4.2; distance correlation: arXiv:2001.05310.</source>
public sealed class NetworkDerivation(
    BoostedSample train, BoostedSample validation, IReadOnlyList<string> columns, (double Low, double High) massRange,
    NetworkOptions options)
{
    private const double EndRate = 0.05; // late epochs are judged too and must still answer; not tuned
    private const double MostNorm = 5; // bounds the first steps against steep densities; not tuned
    private const float TypicalPt = 500; // [GeV] centres what the adversary sees of ln pT; not tuned

    // Ten bins of the scaled mass: with fifty the floor of a few hundred jets would hide what is sculpted.
    private static readonly double[] s_bins = [.. Enumerable.Range(0, 11).Select(edge => edge / 10.0)];

    private readonly FittedFeatures _features = new FeatureSet(
        [.. columns.Select(column => new Feature { Name = column, Expression = column })])
        .Fit(train.Jets, [.. Enumerable.Range(0, train.Count)], train.Weights);

    private NetworkPlan Plan => new() { Shape = options.Tagger, Loss = new BinaryCrossEntropy() };

    /// <summary>Cross-entropy alone.</summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="checkpoint">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    public (NetworkDiscriminant Discriminant, TrainingResult Training) Plain(
        string name, string? checkpoint = null, IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        Mlp network = New();
        TrainingResult result = Trainer.Fit(
            network, new BinaryCrossEntropy(), Rows(train), Rows(validation), options.Training, checkpoint, progress,
            cancellation);
        return (new(name, Plan, network, _features), result);
    }

    /// <summary>
    /// Cross-entropy plus lambda times the squared distance correlation of score and mass of background.
    /// </summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="lambda">Not negative.</param>
    /// <param name="checkpoint">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    public (NetworkDiscriminant Discriminant, TrainingResult Training) Correlated(
        string name, double lambda, string? checkpoint = null, IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        Mlp network = New();
        TrainingResult result = Trainer.Fit(
            network, new DecorrelatedCrossEntropy(lambda), WithMass(train), WithMass(validation), options.Training,
            checkpoint, progress, cancellation);
        return (new(name, Plan, network, _features), result);
    }

    /// <summary>
    /// A game for one lambda that goes on from a trained tagger, against a new adversary. Kept is, of the epochs after
    /// which a cut at half of the bosons sculpts the mass of validation background no more than chance, that with the
    /// lowest cross-entropy; without such, the one that sculpts least. Patience counts from the kept one.
    /// </summary>
    /// <param name="name">Of the discriminant.</param>
    /// <param name="lambda">What the tagger pays for each nat the adversary gains.</param>
    /// <param name="ramp">Smaller lambdas that the game plays first, rising; empty for none.</param>
    /// <param name="start">Plain tagger, or that of the next smaller lambda; not changed.</param>
    /// <param name="checkpoint">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current update.</param>
    public (NetworkDiscriminant Discriminant, GameResult Game) Adversarial(
        string name, double lambda, NetworkDiscriminant start, double[] ramp, string? checkpoint = null,
        IProgress<GameReport>? progress = null, CancellationToken cancellation = default)
    {
        Mlp main = New();
        start.Network.Parameters.CopyTo(main.Parameters.AsSpan());
        GameResult result = GameTrainer.Play(
            GameOf(main, validation), Rules(lambda, ramp), checkpoint, progress, cancellation);
        return (new(name, Plan, main, _features), result);
    }

    /// <summary>
    /// What an adversary that never took part learns of the mass of background from a finished tagger, whatever it was
    /// trained by: it learns from the training jets, stops on one half of other jets and is judged on the other.
    /// </summary>
    /// <param name="tagger">The tagger.</param>
    /// <param name="judged">Jets that no training has seen.</param>
    /// <returns>Losses and information in nats, beyond what ln pT tells alone.</returns>
    /// <exception cref="ArgumentException">There are fewer than 4 background jets.</exception>
    public FreshVerdict Fresh(NetworkDiscriminant tagger, BoostedSample judged) => FreshAdversary.Verify(
        GameOf(tagger.Network, judged), FreshAdversary.Rules(options.Training.Seed + 2, options.Training.Threads) with
        {
            // Twenty densities over score and ln pT have more to learn than the five that those rules were chosen for:
            // larger batches, whose steps are quieter, for longer. Not tuned.
            Epochs = 60,
            BatchSize = 512,
            Patience = 10,
        });

    private Game GameOf(Mlp main, BoostedSample judged)
    {
        var likelihood = new TruncatedMixtureNll(options.Components);
        var adversary = new Mlp(
            2, new() { Hidden = [options.AdversaryUnits] }, likelihood.OutputCount, options.Training.Seed + 1);
        CoupledRows control = Background(train);
        StartFrom(adversary, likelihood, control);
        return new()
        {
            Main = main,
            MainLoss = new BinaryCrossEntropy(),
            Train = Rows(train),
            Validation = Rows(judged),
            Adversary = adversary,
            AdversaryLoss = likelihood,
            Control = control,
            ControlValidation = Background(judged),
            OutputView = OutputView.Sigmoid,
            Monitors = [new SculptingMonitor(s_bins)],
        };
    }

    private GameOptions Rules(double lambda, double[] ramp) => new()
    {
        Lambda = lambda,
        Ramp = ramp,
        Mode = options.Mode,
        Patience = options.Patience,
        Epochs = options.GameEpochs,
        AdversarySteps = options.AdversarySteps,
        BatchSize = options.Training.BatchSize,
        ControlBatchSize = options.Training.BatchSize,
        PretrainAdversary = options.AdversaryPretraining,
        Main = new()
        {
            LearningRate = options.GameRate,
            Schedule = new() { Kind = Learning.Optimizers.ScheduleKind.Cosine, FinalFraction = EndRate },
            ClipNorm = 1 + lambda, // the gradient grows with what is paid
        },
        Adversary = new() { LearningRate = options.AdversaryRate, ClipNorm = MostNorm },
        Threads = options.Training.Threads,
        Seed = options.Training.Seed,
    };

    private Mlp New() => (Mlp)Plan.Create(columns.Count, options.Training.Seed);

    private DataSet Rows(BoostedSample sample) => new(
        _features.Apply(sample.Jets, out _), columns.Count,
        Array.ConvertAll(sample.IsSignal, signal => signal ? 1f : 0f), sample.Weights);

    private CoupledRows WithMass(BoostedSample sample) => new(Rows(sample), 1, Scaled(sample, all: true), 1);

    // Rows of the control sample with the mass as target, and ln pT of unit range as what else the adversary sees.
    private CoupledRows Background(BoostedSample sample)
    {
        float[] inputs = _features.Apply(sample.Jets, out _);
        int width = columns.Count;
        var rows = new DataSet(
            [.. sample.Background.SelectMany(row => inputs.AsSpan(row * width, width).ToArray())], width,
            Scaled(sample, all: false), Array.ConvertAll(sample.Background, row => sample.Weights[row]));
        return new(rows, 1, Array.ConvertAll(sample.Background, row => MathF.Log(sample.Pt[row] / TypicalPt)), 1);
    }

    private float[] Scaled(BoostedSample sample, bool all)
    {
        float[] scaled = Array.ConvertAll(
            sample.Mass, mass => (float)((mass - massRange.Low) / (massRange.High - massRange.Low)));
        return all ? scaled : Array.ConvertAll(sample.Background, row => scaled[row]);
    }

    private static void StartFrom(Mlp adversary, Loss likelihood, CoupledRows control)
    {
        double[] targets = [.. Enumerable.Range(0, control.RowCount).Select(row => (double)control.Target(row))];
        double mean = targets.Average(), variance = targets.Average(target => (target - mean) * (target - mean));
        float[] outputs = new float[likelihood.OutputCount];
        likelihood.StartingOutputs(mean, variance, outputs);
        adversary.SetOutputBias(outputs);
    }
}
