using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Trains the network of displaced jets: first alone, then against an adversary that tries to tell data from simulation
/// in the control region by the three scores.
/// </summary>
/// <source>arXiv:2203.01009, section 5; game: arXiv:1611.01046.</source>
public sealed class DisplacedDerivation
{
    private readonly DisplacedTrainingOptions _options;
    private readonly (SequenceRows Training, SequenceRows Validation) _main;
    private readonly (CoupledRows Training, CoupledRows Validation) _control;

    /// <summary>Prepares jets; several networks can then be trained on them.</summary>
    /// <param name="sample">Jets of all four parts.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    /// <exception cref="ArgumentException">
    /// A class is missing, or the control region lacks data or simulation.
    /// </exception>
    public DisplacedDerivation(DisplacedTrainingSample sample, DisplacedTrainingOptions options)
    {
        _options = options;
        _main = (Labelled(sample.Training), Labelled(sample.Validation));
        _control = (Control(sample.Control), Control(sample.ControlValidation));
    }

    /// <summary>What became of the training jets.</summary>
    public DisplacedCounts Counts { get; private set; } = null!;

    /// <summary>The network alone, without a look at data; resumes from its checkpoint.</summary>
    /// <param name="name">Name of the tagger.</param>
    /// <param name="seed">Seed of starting weights and of the order of rows.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    public (DisplacedNetworkTagger Tagger, TrainingResult Result) Alone(
        string name, ulong seed, string? checkpointPath = null, IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        var tagger = DisplacedNetworkTagger.Create(name, _options.Inputs, _options.Network, seed);
        TrainingResult result = Trainer.Fit(
            tagger.Network, tagger.Plan.Loss, _main.Training, _main.Validation,
            _options.Alone with { Seed = seed, StartFromTargetMoments = false }, checkpointPath, progress,
            cancellation);
        return (tagger, result);
    }

    /// <summary>A copy of a network held to data by an adversary; resumes from its checkpoint.</summary>
    /// <param name="name">Name of the tagger.</param>
    /// <param name="start">The network after the first step.</param>
    /// <param name="seed">Seed of the adversary's starting weights and of the order of rows.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current update.</param>
    public (DisplacedNetworkTagger Tagger, GameResult Result) Against(
        string name, DisplacedNetworkTagger start, ulong seed, string? checkpointPath = null,
        IProgress<GameReport>? progress = null, CancellationToken cancellation = default)
    {
        DisplacedNetworkTagger tagger = start.Copy(name);
        return (tagger, GameTrainer.Play(
            GameOf(tagger, _control.Validation, seed), _options.Game with { Seed = seed }, checkpointPath, progress,
            cancellation));
    }

    /// <summary>
    /// What an adversary that never took part finds out about data and simulation from a network as it is: it learns
    /// from the control region of the training, stops on one half of other jets and is judged on the other.
    /// </summary>
    /// <param name="tagger">The network.</param>
    /// <param name="control">Jets of the control region, data and simulation, that no training has seen.</param>
    /// <param name="seed">Seed of the new adversary.</param>
    /// <exception cref="ArgumentException">Data or simulation is missing, or there are fewer than 4 jets.</exception>
    public FreshVerdict Fresh(DisplacedNetworkTagger tagger, Table control, ulong seed) => FreshAdversary.Verify(
        GameOf(tagger, Control(control), seed), FreshAdversary.Rules(seed, Threads));

    private int Threads => _options.Game.Threads;

    private Game GameOf(DisplacedNetworkTagger tagger, CoupledRows validation, ulong seed) => new()
    {
        Main = tagger.Network,
        MainLoss = tagger.Plan.Loss,
        Train = _main.Training,
        Validation = _main.Validation,
        Adversary = Adversary(seed),
        AdversaryLoss = new BinaryCrossEntropy(),
        Control = _control.Training,
        ControlValidation = validation,
        OutputView = _options.View,
        Monitors =
        [
            new KolmogorovMonitor(limit: _options.DistanceLimit),
            new ContaminationMonitor((int)DisplacedClass.Signal, (int)DisplacedClass.Signal),
        ],
    };

    private Mlp Adversary(ulong seed) => new(
        ClassBalance.Names.Count, new()
        {
            Hidden = [.. _options.AdversaryHidden],
            Activation = Activation.Tanh,
            Normalisation = Normalisation.Batch,
        },
        outputs: 1, seed);

    // What has no momentum or direction has no features either: nothing is learnt from it.
    private SequenceRows Labelled(Table all)
    {
        Table jets = all.Select(JetReading.Usable(all));
        int[] classes = WholeNumbers.Of(jets, DisplacedJetColumns.Class);
        float[] weights = ClassBalance.Weights(classes, jets.Floats(DisplacedJetColumns.Pt), JetReading.Weights(jets));
        int[] rows = [.. Enumerable.Range(0, jets.RowCount).Where(row => weights[row] > 0)];
        DisplacedRows read = _options.Inputs.Of(
            jets.Select(rows), [.. rows.Select(row => (float)classes[row])], [.. rows.Select(row => weights[row])]);
        int unusable = all.RowCount - jets.RowCount;
        Counts ??= read.Counts with { Jets = read.Counts.Jets + unusable, Unusable = unusable };
        return read.Rows;
    }

    // Simulation weighs as much as data.
    private CoupledRows Control(Table all)
    {
        Table jets = all.Select(JetReading.Usable(all));
        int[] isData = WholeNumbers.Of(jets, DisplacedJetColumns.IsData);
        float[] weights = JetReading.Weights(jets);
        double[] sums = new double[2];
        for (int row = 0; row < isData.Length; row++)
        {
            sums[isData[row] > 0 ? 1 : 0] += weights[row];
        }

        if (!(sums[0] > 0 && sums[1] > 0))
        {
            string what = sums[0] > 0 ? "data" : sums[1] > 0 ? "simulation" : "jets";
            throw new ArgumentException(
                $"The control region has no {what} ({isData.Length} jets in all); the adversary compares data with "
                + "simulation there and needs both.");
        }

        float[] balanced = [.. weights.Select((weight, row) => (float)(isData[row] > 0 ? weight
            : weight * sums[1] / sums[0]))];
        DisplacedRows read = _options.Inputs.Of(jets, [.. isData.Select(number => number > 0 ? 1f : 0f)], balanced);
        return new(read.Rows, 1, [], 0);
    }
}
