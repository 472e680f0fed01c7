// covers: JetMatrix, JetSets
using Moliere.Calibration;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Jets;

/// <summary>Networks over constituents as calibrations: what may not matter does not.</summary>
public sealed class JetSetsTests
{
    private static readonly string[] s_lists =
    [
        JetColumns.ConstituentPt, JetColumns.ConstituentEta, JetColumns.ConstituentPhi, JetColumns.ConstituentIsTrack,
        JetColumns.ConstituentEmFraction, JetColumns.ConstituentLambda,
    ];

    private static readonly Table s_fresh = ToyJets.Jets(3000, seed: 12, widthSlope: 0.6);

    [Fact]
    public void Constituents_TellWhatGlobalVariablesCannot()
    {
        // The best that the globals allow is sqrt(0.12² + 0.6² / 12) = 0.21; knowing the width, 0.12 is left.
        Assert.InRange(Spread(TrainedJets.ParticleFlow), 0.11, 0.15);
        Assert.InRange(Spread(TrainedJets.EnergyFlow), 0.11, 0.15);
        JetNetworkCalibration globals = TrainedJets.Train(TrainedJets.Derivation(TrainedJets.WideJets), "mlp", 10);
        Assert.InRange(Spread(globals), 0.19, 0.25);
    }

    [Fact]
    public void OrderOfConstituents_DoesNotChangeABit()
    {
        Table shuffled = Relisted(s_fresh, row => [.. row.Reverse()]);
        foreach (JetNetworkCalibration calibration in new[] { TrainedJets.ParticleFlow, TrainedJets.EnergyFlow })
        {
            Assert.Equal(calibration.Apply(s_fresh).Response, calibration.Apply(shuffled).Response);
            Assert.Equal(calibration.Apply(s_fresh).SigmaSyst, calibration.Apply(shuffled).SigmaSyst);
        }
    }

    [Fact]
    public void EnergyFlow_DoesNotSeeACollinearSplitOrASoftConstituent()
    {
        // pT is the first list: one third and two thirds of it in the same direction; one with a millionth elsewhere.
        Table split = Relisted(s_fresh, row => [.. row.SelectMany(Halves)]);
        Table soft = Relisted(s_fresh, row => [.. row, [1e-6f * row[0][0], row[0][1] + 0.3f, .. row[0][2..]]]);
        Assert.InRange(LargestChange(TrainedJets.EnergyFlow, split), 0, 2e-5);
        Assert.InRange(LargestChange(TrainedJets.EnergyFlow, soft), 0, 2e-5);

        // A particle-flow network does see them, so the comparison could fail.
        Assert.InRange(LargestChange(TrainedJets.ParticleFlow, split), 1e-3, double.PositiveInfinity);
    }

    [Fact]
    public void JetWithoutConstituents_IsNotCalibratedAndNotLearntFrom()
    {
        Table empty = Relisted(s_fresh, row => row[0][0] == s_fresh.Jagged<float>(s_lists[0])[4][0] ? [] : row);
        Predictions predictions = TrainedJets.ParticleFlow.Apply(empty);
        Assert.Equal((1, CalibrationStatus.NotCalibrated), (predictions.NotCalibratedCount, predictions.Status[4]));
        JetNetworkDerivation derivation = TrainedJets.Derivation(empty, new() { Kind = JetNetworkKind.ParticleFlow });
        Assert.Equal(1, derivation.TrainingCounts.Incomplete);
        Assert.Equal(0, TrainedJets.Gaussian.Apply(empty).NotCalibratedCount);
    }

    [Fact]
    public void SelectedRows_KeepTheirConstituents()
    {
        var sets = new JetSets([0, 2, 2, 3], [1, 2, 3], 1);
        Assert.Equal([0, 1, 3, 3], sets.Select([2, 0, 1]).Offsets);
        Assert.Equal([3f, 1f, 2f], sets.Select([2, 0, 1]).Points);
        var matrix = new JetMatrix([7, 8, 9], 1, [true, true, true], sets);
        TrainingRows rows = matrix.Rows([2, 0], [0.5f, 0.6f], [1, 2]);
        Assert.Equal((9f, 0.6f, 2f), (rows.Row(0)[0], rows.Target(1), rows.Weight(1)));
        Assert.Equal([1f, 2f], rows.Points(1).ToArray());
        Assert.Equal((3, 1), (matrix.All().RowCount, matrix.All().ListWidth(0)));
    }

    [Fact]
    public void WrittenCalibration_ComesBackAndPredictsTheSameBits()
    {
        using TempFolder folder = new();
        JetNetworkFile.Write(TrainedJets.ParticleFlow, folder.At("pfn.model"));
        JetNetworkCalibration back = JetNetworkFile.Read(folder.At("pfn.model"), threads: 2);
        Assert.Equal(TrainedJets.ParticleFlow.Apply(s_fresh).Response, back.Apply(s_fresh).Response);
    }

    private static double Spread(ICalibration calibration) =>
        Math.Sqrt(TrainedJets.Closure(calibration, s_fresh).Average(r => Math.Pow(Math.Log(r), 2)));

    private static double LargestChange(JetNetworkCalibration calibration, Table changed) =>
        calibration.Apply(s_fresh).Response.Zip(calibration.Apply(changed).Response, (a, b) => Math.Abs((b / a) - 1))
            .Max();

    private static IEnumerable<float[]> Halves(float[] constituent) =>
        [[constituent[0] / 3, .. constituent[1..]], [constituent[0] - (constituent[0] / 3), .. constituent[1..]]];

    // Lists rewritten jet by jet; a constituent is its values in the order of s_lists.
    private static Table Relisted(Table jets, Func<float[][], float[][]> change)
    {
        JaggedColumn<float>[] lists = [.. s_lists.Select(jets.Jagged<float>)];
        var offsets = new int[jets.RowCount + 1];
        List<float>[] values = [.. lists.Select(_ => new List<float>())];
        for (int row = 0; row < jets.RowCount; row++)
        {
            float[][] constituents = change([.. Enumerable.Range(0, lists[0][row].Length).Select(i => Of(row, i))]);
            offsets[row + 1] = offsets[row] + constituents.Length;
            for (int c = 0; c < lists.Length; c++)
            {
                values[c].AddRange(constituents.Select(constituent => constituent[c]));
            }
        }

        float[] Of(int row, int i) => [.. lists.Select(list => list[row][i])];
        return new([
            .. jets.Columns.Where(column => !s_lists.Contains(column.Name)),
            .. lists.Select((list, c) => list with { Offsets = offsets, Values = [.. values[c]] }),
        ]);
    }
}
