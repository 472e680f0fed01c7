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

    public Optimizer Optimizer { get; } = Optimizer.Create(model.Parameters.Length, options.Optimizer);

    public EarlyStopping Stopping { get; private set; } = new();

    public List<EpochRecord> History { get; } = [];

    public double Seconds { get; set; }

    /// <summary>Epochs completed.</summary>
    public int Epoch => History.Count;

    /// <summary>
    /// Epochs in a row, up to the last one, that a monitor complained of; 0 until something healthy was seen, since a
    /// start that is not healthy may yet become so.
    /// </summary>
    public int Complaints => double.IsPositiveInfinity(Stopping.BestLoss)
        ? 0
        : History.Count - 1 - History.FindLastIndex(record => record.Complaint is null);

    /// <summary>Takes the starting network for the best so far.</summary>
    public void Start(double score) => Stopping = new EarlyStopping { BestLoss = score };

    /// <summary>Enters a completed epoch.</summary>
    /// <param name="record">Of the epoch.</param>
    /// <param name="minimumImprovement">By how much it must be better than the best to be kept.</param>
    /// <param name="seconds">Time it took.</param>
    /// <param name="keepsLast">Whether it is kept, whatever its loss and whatever is said of it.</param>
    public void Add(EpochRecord record, double minimumImprovement, double seconds, bool keepsLast)
    {
        History.Add(record);
        Seconds += seconds;
        bool isBest = record.Complaint is null && Stopping.IsImprovedBy(record.ValidationLoss, minimumImprovement);
        if (isBest || keepsLast)
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
            writer.Write(record.Complaint ?? "");
            writer.Write(record.Measures.Count);
            foreach (double measure in record.Measures)
            {
                writer.Write(measure);
            }
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
            History.Add(ReadRecord(reader, epoch));
        }

        foreach (float[] vector in Vectors())
        {
            FloatBlock.Read(reader, vector);
        }
    }

    private static EpochRecord ReadRecord(BinaryReader reader, int epoch)
    {
        var record = new EpochRecord(epoch, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        string complaint = reader.ReadString();
        int measures = reader.ReadInt32();
        return record with
        {
            Complaint = complaint.Length == 0 ? null : complaint,
            Measures = measures == 0 ? [] : [.. Enumerable.Range(0, measures).Select(_ => reader.ReadDouble())],
        };
    }

    private float[][] Vectors() => [Parameters, BestParameters, .. Optimizer.State];
}
