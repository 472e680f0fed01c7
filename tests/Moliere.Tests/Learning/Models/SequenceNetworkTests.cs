// covers: SequenceNetworkOptions, SequenceBranch, RecurrentKind
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Models;

public sealed class SequenceNetworkTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 3, BatchSize = 300, LearningRate = 3e-3 };

    private static readonly BinaryCrossEntropy Loss = new();

    private static readonly SequenceRows Train = SequenceToy.Make(1200, 1), Validation = SequenceToy.Make(400, 2);

    [Theory]
    [InlineData(RecurrentKind.Lstm)]
    [InlineData(RecurrentKind.Gru)]
    public void Training_RemembersTheFirstPoint(RecurrentKind kind)
    {
        SequenceNetwork model = Network(kind);
        var options = Options with { Epochs = 12, BatchSize = 64, LearningRate = 0.01 };
        TrainingResult result = Trainer.Fit(model, Loss, Train, Validation, options);

        // Without a memory nothing is known: ln 2.
        Assert.InRange(result.BestValidationLoss, 0, 0.1);
    }

    [Theory]
    [InlineData(RecurrentKind.Lstm, 0)]
    [InlineData(RecurrentKind.Gru, 0.2)]
    [InlineData(RecurrentKind.Sum, 0)]
    public void Threads_DoNotChangeABit(RecurrentKind kind, double dropout)
    {
        float[] one = Fitted(kind, dropout, Train, 1);
        Assert.Equal(one, Fitted(kind, dropout, Train, 2));
        Assert.Equal(one, Fitted(kind, dropout, Train, 3));
        SequenceNetwork model = Network(kind);
        Assert.Equal(model.Outputs(Validation, 1), model.Outputs(Validation, 3));
    }

    [Fact]
    public void SteadyStateOfATraining_AllocatesNothing()
    {
        SequenceNetwork model = Network(RecurrentKind.Lstm, dropout: 0.2);
        using IBatchGradient batches = model.Differentiate(Loss, Train.RowCount, Options);
        var gradient = new float[model.Parameters.Length];
        var batch = new RowBatch(Train, null, 0, 128, 1);
        for (int warm = 0; warm < 30; warm++)
        {
            batches.LossAndGradient(batch, 1, 0, gradient);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 20; step++)
        {
            batches.LossAndGradient(batch, 1, 0, gradient);
        }

        // Enumerating the list of operations may box once per pass before the runtime optimises it away.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * 20 * 64);
    }

    [Fact]
    public void OrderOfPoints_Counts()
    {
        PointLists letters = Validation.Lists[0];
        SequenceRows turned = Validation with
        {
            Lists = [letters with { Values = Turned(letters) }, Validation.Lists[1]],
        };
        SequenceNetwork model = Network(RecurrentKind.Lstm), sum = Network(RecurrentKind.Sum);
        Assert.NotEqual(model.Outputs(Validation, 1), model.Outputs(turned, 1));
        float[] before = sum.Outputs(Validation, 1), after = sum.Outputs(turned, 1);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void ResumedTraining_HasTheBitsOfAnUninterruptedOne()
    {
        using var folder = new TempFolder();
        string path = folder.At("state");
        TrainerOptions two = Options with { Epochs = 3 };
        using var source = new CancellationTokenSource();
        var canceller = new Canceller(source);
        Trainer.Fit(Network(RecurrentKind.Lstm), Loss, Train, Validation, two, path, canceller, source.Token);
        SequenceNetwork resumed = Network(RecurrentKind.Lstm);
        Trainer.Fit(resumed, Loss, Train, Validation, two, path);
        Assert.Equal(Fitted(RecurrentKind.Lstm, 0, Train, 1), resumed.Parameters);
    }

    [Fact]
    public void CheckpointOfOtherPointsInTheSecondList_IsRefused()
    {
        using var folder = new TempFolder();
        string path = folder.At("state");
        TrainerOptions one = Options with { Epochs = 1 };
        float[] changed = [.. Train.Lists[1].Values];
        changed[17]++;
        SequenceRows other = Train with { Lists = [Train.Lists[0], Train.Lists[1] with { Values = changed }] };
        Trainer.Fit(Network(RecurrentKind.Sum), Loss, Train, Validation, one, path);
        Assert.Throws<Moliere.Formats.Bytes.InvalidFileException>(
            () => Trainer.Fit(Network(RecurrentKind.Sum), Loss, other, Validation, one, path));
    }

    [Fact]
    public void RowsWithoutAnyPoint_AreLearntFromTheirFeatures()
    {
        int[] none = new int[Train.RowCount + 1];
        SequenceRows empty = Train with
        {
            Lists = [.. Train.Lists.Select(list => list with { Offsets = none, Values = [] })],
        };
        SequenceNetwork model = Network(RecurrentKind.Lstm);
        TrainingResult result = Trainer.Fit(model, Loss, empty, empty, Options);
        Assert.True(double.IsFinite(result.BestValidationLoss));
        Assert.All(model.Outputs(empty, 1), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Network_SurvivesTheFile()
    {
        using var folder = new TempFolder();
        string path = folder.At("model");
        var plan = new NetworkPlan { Sequences = Shape(RecurrentKind.Gru, 0.1), Loss = Loss };
        var model = (SequenceNetwork)plan.Create(1, seed: 5, 2, 3);
        ModelFile.Write(path, plan, model, []);
        (NetworkPlan readPlan, Network read, _) = ModelFile.Read(path);
        Assert.Equal(RecurrentKind.Gru, readPlan.Sequences!.Branches[0].Recurrent);
        Assert.Equal([2, 3], read.ListWidths);
        Assert.Equal(model.Outputs(Validation, 1), ((SequenceNetwork)read).Outputs(Validation, 1));
    }

    [Fact]
    public void WhatCannotBe_IsRefused()
    {
        SequenceNetwork model = Network(RecurrentKind.Lstm, longest: 11);
        string tooLong = Assert.Throws<ArgumentException>(() => model.Outputs(Validation, 1)).Message;
        Assert.Contains("has 12 points; the network takes 11 at most", tooLong);
        Assert.Throws<ArgumentException>(() => Trainer.Fit(model, Loss, Train, Validation, Options));
        SequenceRows one = Train with { Lists = [Train.Lists[0]] };
        Assert.Contains(
            "lists of points of [2] features", Assert.Throws<ArgumentException>(() => model.Outputs(one, 1)).Message);
        Assert.Throws<NotSupportedException>(() => model.Predict(new float[1], 1, Loss, 1));
        Assert.Throws<ArgumentException>(() => new SequenceNetwork(1, [2], Shape(RecurrentKind.Lstm, 0), 1, 1));
        Assert.Throws<ArgumentException>(() => new SequenceNetwork(1, [], new() { Branches = [] }, 1, 1));
        var plan = new NetworkPlan { Sequences = new(), Family = NetworkFamily.DeepEnsemble };
        Assert.Throws<ArgumentException>(() => plan.Create(1, 1, 2));
    }

    private static SequenceNetworkOptions Shape(RecurrentKind kind, double dropout, int longest = 12) => new()
    {
        Branches =
        [
            new() { Recurrent = kind, Units = 6, MaximumLength = longest },
            new() { Convolutions = [5], Kernel = 3, Recurrent = kind, Units = 3, MaximumLength = 5 },
        ],
        Hidden = [12],
        Dropout = dropout,
    };

    private static SequenceNetwork Network(RecurrentKind kind, double dropout = 0, int longest = 12) =>
        new(1, [2, 3], Shape(kind, dropout, longest), 1, seed: 3);

    private static float[] Fitted(RecurrentKind kind, double dropout, SequenceRows train, int threads)
    {
        SequenceNetwork model = Network(kind, dropout);
        Trainer.Fit(model, Loss, train, Validation, Options with { Threads = threads });
        return model.Parameters;
    }

    // Each list from its last point to its first.
    private static float[] Turned(PointLists lists)
    {
        var values = new List<float>();
        for (int row = 0; row + 1 < lists.Offsets.Length; row++)
        {
            foreach (float[] point in lists.Of(row).ToArray().Chunk(lists.Width).Reverse())
            {
                values.AddRange(point);
            }
        }

        return [.. values];
    }

    private sealed class Canceller(CancellationTokenSource source) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Record.Epoch == 1)
            {
                source.Cancel();
            }
        }
    }
}
