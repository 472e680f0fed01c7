using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Learning.Training;

/// <summary>Fits a network to data.</summary>
public static class Trainer
{
    /// <summary>
    /// Trains until the epochs are done, the validation loss stops improving, the token is cancelled or the loss
    /// diverges. With a checkpoint path, the state is written after each epoch, and an existing file is resumed from:
    /// the result has the same bits as an uninterrupted training.
    /// </summary>
    /// <param name="model">Starting weights on entry, the parameters of the best epoch on return.</param>
    /// <param name="loss">Its number of outputs must be the model's.</param>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="validation">Rows to judge on, with the same features.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    /// <exception cref="ArgumentException">Shapes that disagree, empty or non-finite data.</exception>
    /// <exception cref="Formats.Bytes.InvalidFileException">The checkpoint is broken or of another set-up.</exception>
    public static TrainingResult Fit(
        Network model,
        Loss loss,
        TrainingRows train,
        TrainingRows validation,
        TrainerOptions options,
        string? checkpointPath = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        Check(model, loss.OutputCount, loss.GetType().Name, [train, validation]);
        loss.CheckTargets(train, "training");
        loss.CheckTargets(validation, "validation");
        if (options.StartFromTargetMoments)
        {
            StartFromMoments(model, loss, train);
        }

        using var run = new TrainingRun(model, new RowwiseTask(model, loss, train, validation, options), options);
        return Go(run, () => Fingerprint.Of(model, $"{loss}", train, validation, options),
            checkpointPath, progress, cancellation);
    }

    /// <summary>
    /// Trains on a loss of whole batches, from the weights that the network has. After each epoch the loss judges the
    /// network on all validation rows: the best network without a complaint is kept, the starting one included, and
    /// the training ends where complaints do not cease. Interrupting, resuming and threads do not change a bit.
    /// </summary>
    /// <param name="model">Starting weights on entry, the parameters kept on return.</param>
    /// <param name="loss">Its number of outputs must be the model's.</param>
    /// <param name="train">Groups to learn from.</param>
    /// <param name="validation">Groups to judge on, with the same features.</param>
    /// <param name="options">How to train; the batch size is in rows and a lower bound, moments are not used.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    /// <exception cref="ArgumentException">Shapes that disagree, empty or non-finite data, cut groups.</exception>
    /// <exception cref="NotSupportedException">The network is Bayesian or an ensemble.</exception>
    /// <exception cref="Formats.Bytes.InvalidFileException">The checkpoint is broken or of another set-up.</exception>
    public static TrainingResult Fit(
        Network model,
        CoupledLoss loss,
        CoupledRows train,
        CoupledRows validation,
        TrainerOptions options,
        string? checkpointPath = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        Check(model, loss.OutputCount, loss.GetType().Name, [train, validation]);
        using var run = new TrainingRun(model, new CoupledTask(model, loss, train, validation, options), options);
        return Go(run, () => Fingerprint.Of(model, loss.Identity, train, validation, options),
            checkpointPath, progress, cancellation);
    }

    private static TrainingResult Go(
        TrainingRun run,
        Func<byte[]> setUp,
        string? checkpointPath,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation)
    {
        byte[] fingerprint = checkpointPath is null ? [] : setUp();
        if (checkpointPath is not null && File.Exists(checkpointPath))
        {
            Checkpoint.Read(checkpointPath, fingerprint, run.State);
        }

        return run.Go(Save, progress, cancellation);

        void Save()
        {
            if (checkpointPath is not null)
            {
                Checkpoint.Write(checkpointPath, fingerprint, run.State);
            }
        }
    }

    private static void Check(Network model, int outputs, string loss, TrainingRows[] parts)
    {
        parts[0].Check("training");
        parts[1].Check("validation");
        if (model.OutputCount != outputs)
        {
            throw new ArgumentException(
                $"The network has {model.OutputCount} outputs; {loss} needs {outputs}.", nameof(model));
        }

        foreach (TrainingRows data in parts)
        {
            model.Require(data);
        }
    }

    private static void StartFromMoments(Network model, Loss loss, TrainingRows train)
    {
        float[] outputs = new float[loss.OutputCount];
        loss.Start(train, outputs);
        model.SetOutputBias(outputs);
        if (loss.StartsFlat)
        {
            model.ClearOutputWeights();
        }
    }
}
