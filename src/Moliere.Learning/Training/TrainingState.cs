using Moliere.Learning.Files;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;

namespace Moliere.Learning.Training;

/// <summary>Everything a training needs to go on after a completed epoch, and nothing else.</summary>
internal sealed class TrainingState(Network model, TrainerOptions options)
{
    /// <summary>The model's own parameter vector.</summary>
    public float[] Parameters { get; } = model.Parameters;

    public float[] BestParameters { get; } = [.. model.Parameters];

    public Adam Optimizer { get; } = new(model.Parameters.Length, options.Optimizer);

    public EarlyStopping Stopping { get; private set; } = new();

    public List<EpochRecord> History { get; } = [];

    public double Seconds { get; set; }

    /// <summary>Epochs completed.</summary>
    public int Epoch => History.Count;

    /// <summary>Enters a completed epoch.</summary>
    public void Add(EpochRecord record, double minimumImprovement, double seconds)
    {
        History.Add(record);
        Seconds += seconds;
        if (Stopping.IsImprovedBy(record.ValidationLoss, minimumImprovement))
        {
            Stopping = new EarlyStopping { BestLoss = record.ValidationLoss, BestEpoch = record.Epoch };
            Parameters.CopyTo(BestParameters, 0);
        }
    }

    /// <summary>Writes the state in the order in which <see cref="Read"/> reads it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Optimizer.StepCount);
        writer.Write(Seconds);
        writer.Write(Stopping.BestLoss);
        writer.Write(Stopping.BestEpoch);
        writer.Write(History.Count);
        foreach (EpochRecord record in History)
        {
            writer.Write(record.TrainingLoss);
            writer.Write(record.ValidationLoss);
            writer.Write(record.LearningRate);
        }

        foreach (float[] vector in Vectors())
        {
            FloatBlock.Write(writer, vector);
        }
    }

    /// <summary>Replaces the state by a written one of the same network.</summary>
    public void Read(BinaryReader reader)
    {
        Optimizer.StepCount = reader.ReadInt64();
        Seconds = reader.ReadDouble();
        Stopping = new EarlyStopping { BestLoss = reader.ReadDouble(), BestEpoch = reader.ReadInt32() };
        int epochs = reader.ReadInt32();
        History.Clear();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            History.Add(new EpochRecord(epoch, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        }

        foreach (float[] vector in Vectors())
        {
            FloatBlock.Read(reader, vector);
        }
    }

    private float[][] Vectors() => [Parameters, BestParameters, Optimizer.FirstMoment, Optimizer.SecondMoment];
}
