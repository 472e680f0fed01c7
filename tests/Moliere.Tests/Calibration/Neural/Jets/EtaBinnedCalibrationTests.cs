// covers: EtaBinnedDerivation, EtaBinnedFile
using Moliere.Calibration;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Neural.Jets;

public sealed class EtaBinnedCalibrationTests : CalibrationContract, IDisposable
{
    private static readonly Lazy<EtaBinnedCalibration> s_trained = new(() =>
    {
        Table jets = ToyJets.Jets(3000, seed: 31);
        var derivation = new EtaBinnedDerivation(
            jets, ToyJets.Part(jets, 0, 0.75), ToyJets.Part(jets, 0.75, 1), [0, 1.2, 2.4],
            new() { Closure = new() { EtaEdges = [0, 5] } });
        return derivation.Derive("binned", TrainedJets.Head, TrainedJets.Options(4)).Calibration;
    });

    private readonly TempFolder _folder = new();

    protected override ICalibration Calibration => s_trained.Value;

    protected override string Name => "binned";

    protected override Table Clusters { get; } = ToyJets.Jets(60, seed: 4);

    protected override IReadOnlyList<string> Needed { get; } =
        [.. JetColumns.Globals, JetColumns.Energy, JetColumns.Eta, JetColumns.Density, JetColumns.Area];

    [Fact]
    public void EveryJet_GetsThePredictionOfItsBin()
    {
        Predictions whole = s_trained.Value.Apply(Clusters);
        Predictions[] parts = [.. s_trained.Value.Parts.Select(part => part.Apply(Clusters))];
        float[] eta = Clusters.Floats(JetColumns.DetectorEta);
        for (int row = 0; row < Clusters.RowCount; row++)
        {
            Predictions own = parts[Math.Abs(eta[row]) < 1.2 ? 0 : 1];
            Assert.Equal(own.Response[row], whole.Response[row]);
            Assert.Equal(own.SigmaSyst![row], whole.SigmaSyst![row]);
            Assert.Equal(own.Distribution!.Of(row).ToArray(), whole.Distribution!.Of(row).ToArray());
        }
    }

    [Fact]
    public void WrittenCalibration_ComesBackAndPredictsTheSameBits()
    {
        string path = _folder.At("mlp.model");
        EtaBinnedFile.Write(s_trained.Value, path);
        Assert.True(EtaBinnedFile.IsIndex(path));
        Assert.False(EtaBinnedFile.IsIndex(_folder.At("mlp.eta0.model")));
        EtaBinnedCalibration back = EtaBinnedFile.Read(path, threads: 1);
        Assert.Equal(s_trained.Value.Apply(Clusters).Response, back.Apply(Clusters).Response);
        Assert.Equal("binned", back.Name);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"Format": "jet-eta-bins-1", "Name": "x", "EtaEdges": [1, 1]}""")]
    [InlineData("""{"Format": "jet-eta-bins-1", "Name": "x"}""")]
    public void BrokenIndex_IsRefusedWithTheFilesName(string content)
    {
        EtaBinnedFile.Write(s_trained.Value, _folder.At("x.model"));
        File.WriteAllText(_folder.At("x.model"), content);
        var error = Assert.Throws<InvalidFileException>(() => EtaBinnedFile.Read(_folder.At("x.model"), 1));
        Assert.StartsWith(_folder.At("x.model"), error.Message);
    }

    [Fact]
    public void BinWithTooFewJetsOrEdgesThatDoNotAscend_AreNamed()
    {
        Table jets = ToyJets.Jets(400, seed: 32);
        int[] training = ToyJets.Part(jets, 0, 0.75), validation = ToyJets.Part(jets, 0.75, 1);
        var error = Assert.Throws<ArgumentException>(
            () => new EtaBinnedDerivation(jets, training, validation, [0, 2.3, 2.4], new()));
        Assert.StartsWith("|eta_det| from 2.3 to 2.4: ", error.Message);
        Assert.Throws<ArgumentException>(() => new EtaBinnedCalibration("x", [1, 0], []));
        Assert.Throws<ArgumentException>(() => new EtaBinnedCalibration("x", [0, 1], []));
    }

    public void Dispose() => _folder.Dispose();
}
