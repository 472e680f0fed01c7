// covers: TrainingRows, MatrixRows
using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Training;

public sealed class RowMatrixTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DiskAndMemory_HoldTheSameRows()
    {
        using RowMatrix disk = OnDisk(300), memory = RowMatrix.InMemory(3, 1);
        Fill(memory, SyntheticRows.Make(300, 1, weighted: true));
        for (int row = 0; row < 300; row++)
        {
            Assert.Equal(memory[row].ToArray(), disk[row].ToArray());
        }

        TrainingRows part = disk.View(0, 100);
        Assert.Equal((100, 3, 300), (part.RowCount, part.Width, disk.RowCount));
        Assert.Equal(memory.View(0, 100).MeanWeight, part.MeanWeight);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void TrainingFromDisk_HasTheBitsOfTrainingInMemory(int threads)
    {
        DataSet train = SyntheticRows.Make(3000, 1, weighted: true), validation = SyntheticRows.Make(500, 2);
        using RowMatrix disk = OnDisk(3000);
        foreach (NetworkFamily family in (NetworkFamily[])[NetworkFamily.Single, NetworkFamily.DeepEnsemble])
        {
            float[] inMemory = Fitted(family, train, validation, 1), fromDisk =
                Fitted(family, disk.View(0), validation, threads);
            Assert.Equal(inMemory, fromDisk);
        }
    }

    [Fact]
    public void CheckpointOfOne_ContinuesInTheOther()
    {
        DataSet train = SyntheticRows.Make(3000, 1, weighted: true), validation = SyntheticRows.Make(500, 2);
        using RowMatrix disk = OnDisk(3000);
        string checkpoint = _folder.At("c");
        Fitted(NetworkFamily.Single, train, validation, 1, epochs: 2, checkpoint);
        float[] again = Fitted(NetworkFamily.Single, disk.View(0), validation, 1, epochs: 2, checkpoint);
        Assert.Equal(Fitted(NetworkFamily.Single, train, validation, 1), again);
    }

    [Fact]
    public void WhatCannotBeTrainedOn_IsRefusedWithItsRow()
    {
        using RowMatrix rows = RowMatrix.InMemory(1, 1);
        rows.Append([1, 2, 3]);
        Assert.Contains("Row 2 holds NaN in column 1", Assert.Throws<ArgumentException>(
            () => rows.Append([1, 2, 3, 1, float.NaN, 3])).Message);
        Assert.Contains("not whole rows of 3", Assert.Throws<ArgumentException>(() => rows.Append([1, 2])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.View(1));
        using RowMatrix none = RowMatrix.InMemory(1, 1);
        Assert.Contains("is empty", Assert.Throws<ArgumentException>(() => none.View(0).Check("training")).Message);
    }

    [Fact]
    public void ScratchFile_GoesWithItsOwner()
    {
        string path = _folder.At("x.rows");
        using (RowMatrix rows = RowMatrix.OnDisk(path, 1, 1))
        {
            rows.Append([1, 2, 3]);
            Assert.Equal(2f, rows[0][1]);
        }

        Assert.False(File.Exists(path));
        Assert.Throws<InvalidFileException>(() => RowMatrix.OnDisk("/nowhere/x.rows", 1, 1));
    }

    private RowMatrix OnDisk(int rows)
    {
        RowMatrix disk = RowMatrix.OnDisk(_folder.At($"{rows}.rows"), 3, 1);
        Fill(disk, SyntheticRows.Make(rows, 1, weighted: true));
        return disk;
    }

    private static void Fill(RowMatrix matrix, DataSet data)
    {
        for (int row = 0; row < data.RowCount; row++)
        {
            matrix.Append([.. data.Row(row), data.Target(row), data.Weight(row)]);
        }
    }

    private static float[] Fitted(
        NetworkFamily family, TrainingRows train, TrainingRows validation, int threads, int epochs = 2,
        string? checkpoint = null)
    {
        var plan = new NetworkPlan
        {
            Family = family,
            Loss = new GaussianNll(),
            Shape = new MlpOptions { Hidden = [8] },
            Ensemble = new EnsembleOptions { Members = 2 },
        };
        Network model = plan.Create(3, seed: 1);
        var options = new TrainerOptions { Epochs = epochs, BatchSize = 256, Threads = threads };
        Trainer.Fit(model, plan.Loss, train, validation, options, checkpoint);
        return model.Parameters;
    }
}
