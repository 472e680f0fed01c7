// covers: InSituFile
using Moliere.Calibration;
using Moliere.Calibration.InSitu;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.InSitu;

public sealed class InSituCalibrationTests : IDisposable
{
    private static readonly Table Jets = ToyDijets.Make(50, 1);

    private static readonly CorrectionNetwork Before = Network(3);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void UntunedNetwork_ChangesNothing()
    {
        var same = new InSituCalibration("same", KnownResponse.Mean, Before, Before.Network, threads: 1);
        Assert.Equal(KnownResponse.Mean.Apply(Jets).Response, same.Apply(Jets).Response);
    }

    [Theory]
    [InlineData(0.01f)]
    [InlineData(-5f)]
    [InlineData(1e9f)]
    public void Tuning_MovesResponseSigmaAndDistributionByABoundedFactor(float change)
    {
        Predictions start = WithSpread.Instance.Apply(Jets), moved = Tuned(change).Apply(Jets);
        double shift = 0.30103 * Math.Tanh(change / 0.30103), factor = Math.Pow(10, shift);
        Assert.InRange(factor, 0.499, 2.001);
        Assert.Equal(start.Response[7] * factor, moved.Response[7], 1e-4);
        Assert.Equal(start.SigmaSyst![7] * factor, moved.SigmaSyst![7], 1e-5);
        float[] before = start.Distribution!.Parameters, after = moved.Distribution!.Parameters;
        Assert.Equal(before[(3 * 7) + 1] + shift, after[(3 * 7) + 1], 1e-5);
        Assert.Equal((before[3 * 7], before[(3 * 7) + 2]), (after[3 * 7], after[(3 * 7) + 2]));
    }

    [Fact]
    public void JetThatTheStartDoesNotCalibrate_StaysSo()
    {
        Predictions moved = Tuned(0.1f).Apply(Jets);
        Assert.Equal((CalibrationStatus.NotCalibrated, 1f), (moved.Status[0], moved.Response[0]));
        Assert.Equal(1, moved.NotCalibratedCount);
    }

    [Fact]
    public void RawMomenta_GiveAResponseOrNone()
    {
        Network network = Copy(0.5f);
        var raw = new RawMomentumCalibration("raw", Before, network, unit: 2000, threads: 1);
        Assert.Equal(Jets.Floats(JetColumns.Pt)[4] / 1000, raw.Apply(Jets).Response[4], 1e-4);
        var negative = new RawMomentumCalibration("raw", Before, Copy(-0.5f), unit: 2000, threads: 1);
        Assert.Equal(Jets.RowCount, negative.Apply(Jets).NotCalibratedCount);
    }

    [Fact]
    public void File_GivesTheSameCalibrationBack()
    {
        string path = _folder.At("tuned"), raw = _folder.At("raw");
        InSituCalibration tuned = Tuned(0.02f);
        InSituFile.Write(tuned, path);
        ICalibration read = InSituFile.Read(path, WithSpread.Instance, Before, threads: 2);
        Assert.Equal("tuned", read.Name);
        Assert.Equal(tuned.Apply(Jets).Response, read.Apply(Jets).Response);
        InSituFile.Write(read, raw);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(raw));

        InSituFile.Write(new RawMomentumCalibration("raw", Before, Copy(0.5f), 2000, 1), raw);
        ICalibration momenta = InSituFile.Read(raw, WithSpread.Instance, Before, threads: 1);
        Assert.Equal(Jets.Floats(JetColumns.Pt)[4] / 1000, momenta.Apply(Jets).Response[4], 1e-4);
    }

    [Fact]
    public void FileOfAnotherModelOrShape_IsRefused()
    {
        string path = _folder.At("file");
        ModelFile.Write(path, Before.Plan, Before.Network, []);
        var foreign = Assert.Throws<InvalidFileException>(() => InSituFile.Read(path, KnownResponse.Mean, Before, 1));
        Assert.Contains("another kind of model", foreign.Message);
        InSituFile.Write(Tuned(0.1f), path);
        var other = Assert.Throws<InvalidFileException>(
            () => InSituFile.Read(path, KnownResponse.Mean, Network(5), 1));
        Assert.Contains("another shape", other.Message);
        Assert.Throws<ArgumentException>(() => InSituFile.Write(KnownResponse.Mean, path));
    }

    private static CorrectionNetwork Network(int hidden) =>
        new(Jets, ToyDijets.Features, new MlpOptions { Hidden = [hidden] }, 1, new GaussianNll());

    private static InSituCalibration Tuned(float change) =>
        new("tuned", WithSpread.Instance, Before, Copy(change), threads: 1);

    // The network with another bias: every mean output moves by the same number.
    private static Network Copy(float change)
    {
        Network copy = Before.Plan.Create(ToyDijets.Features.Count, seed: 1);
        Before.Network.Parameters.CopyTo(copy.Parameters, 0);
        copy.SetOutputBias([change, -8]);
        return copy;
    }

    private sealed class WithSpread : ICalibration
    {
        public static WithSpread Instance { get; } = new();

        public string Name => "spread";

        public Predictions Apply(Table objects)
        {
            int rows = objects.RowCount;
            var status = new CalibrationStatus[rows];
            float[] response = [.. Enumerable.Repeat(0.9f, rows)];
            (status[0], response[0]) = (CalibrationStatus.NotCalibrated, 1);
            return new()
            {
                Response = response,
                SigmaSyst = [.. Enumerable.Repeat(0.03f, rows)],
                Distribution = new()
                {
                    Scale = ResponseScale.Log10,
                    Components = 1,
                    Parameters = [.. Enumerable.Range(0, 3 * rows).Select(i => (i % 3) switch
                    {
                        0 => 1f,
                        1 => -0.046f,
                        _ => 0.014f,
                    })],
                },
                Status = status,
            };
        }
    }
}
