// covers: DisplacedTrainingSample, DisplacedTrainingOptions, DisplacedTaggerFile
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;
using Moliere.Numerics.Statistics;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class DisplacedDerivationTests
{
    private static readonly DisplacedNetworkOptions Small =
        new() { Points = [16], Segments = [8], Recurrent = 6, Hidden = [16], Dropout = 0.1 };

    private static readonly DisplacedTrainingOptions Quick = Options(2, 1);

    private static readonly DisplacedTrainingSample Sample = new(
        Searched(1, 100), Searched(2, 40), Control(1, 80), Control(2, 50));

    [Fact]
    public void Threads_ChangeNothing()
    {
        DisplacedTrainingOptions two = Quick with
        {
            Alone = Quick.Alone with { Threads = 2 },
            Game = Quick.Game with { Threads = 2 },
        };
        Assert.Equal(Trained(Quick, null), Trained(two, null));
    }

    [Fact]
    public void InterruptedTraining_ResumesToTheSameBits()
    {
        using var folder = new TempFolder();
        var derivation = new DisplacedDerivation(Sample, Quick);
        using var stop = new CancellationTokenSource();
        string alone = folder.At("alone"), game = folder.At("game");
        (DisplacedNetworkTagger start, _) = derivation.Alone("alone", 1, alone);
        (_, GameResult first) = derivation.Against("held", start, 1, game, new Stop<GameReport>(stop), stop.Token);
        Assert.Equal(TrainingStatus.Interrupted, first.Status);
        Assert.Equal(Trained(Quick, null), Trained(Quick, folder.FullName));
    }

    [Fact]
    public void Tagger_IsReadBackToTheBit()
    {
        using var folder = new TempFolder();
        string path = folder.At("a.model");
        var tagger = DisplacedNetworkTagger.Create("net", new() { MaximumTracks = 7 }, Small, 3);
        DisplacedTaggerFile.Write(tagger, path);
        DisplacedNetworkTagger read = DisplacedTaggerFile.Read(path);
        Assert.Equal(("net", 7), (read.Name, read.Inputs.MaximumTracks));
        Assert.Equal(tagger.Inputs.Scaling.Clusters, read.Inputs.Scaling.Clusters);
        Assert.Equal(tagger.Apply(Sample.Validation, 1), read.Apply(Sample.Validation, 2));
        File.WriteAllText(path, "nothing");
        Assert.Throws<InvalidFileException>(() => DisplacedTaggerFile.Read(path));
    }

    [Fact]
    public void JetWithoutMomentum_GetsNoScore()
    {
        Table nowhere = new([.. Sample.Validation.Columns.Select(column => column is FloatColumn { Name: "pt" } pt
            ? pt with { Values = [float.NaN, .. pt.Values.Skip(1)] } : column)]);
        float[] scores = DisplacedNetworkTagger.Create("net", new(), Small, 3).Apply(nowhere, 1);
        Assert.All(scores[..3], score => Assert.True(float.IsNaN(score)));
        Assert.All(scores[3..], score => Assert.InRange(score, 0, 1));
    }

    [Theory]
    [InlineData(DisplacedJetColumns.Pt)]
    [InlineData(DisplacedJetColumns.Eta)]
    [InlineData(DisplacedJetColumns.Phi)]
    public void JetsWithoutMomentumOrDirection_TeachNothing(string column)
    {
        Table Without(Table jets) => jets.Select([.. Enumerable.Range(0, jets.RowCount).Where(row => row % 7 > 0)]);
        Table Lost(Table jets) => new([.. jets.Columns.Select(one => one is FloatColumn real && one.Name == column
            ? real with { Values = [.. real.Values.Select((value, row) => row % 7 > 0 ? value : float.NaN)] } : one)]);
        DisplacedTrainingSample Of(Func<Table, Table> change) => new(
            change(Sample.Training), change(Sample.Validation), change(Sample.Control),
            change(Sample.ControlValidation));
        Assert.Equal(Trained(Quick, null, Of(Without)), Trained(Quick, null, Of(Lost)));
        Assert.Equal((Sample.Training.RowCount + 6) / 7, new DisplacedDerivation(Of(Lost), Quick).Counts.Unusable);
    }

    [Fact]
    public void EmptyControlRegion_IsSaid()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new DisplacedDerivation(
            Sample with { Control = Sample.Control.Select([]) }, Quick));
        Assert.Contains("control region has no jets", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new DisplacedDerivation(
            Sample with { ControlValidation = DisplacedToy.Events(-1, 5) }, Quick));
        Assert.Contains("control region has no data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingClass_IsSaid() => Assert.Contains(
        "class signal", Assert.Throws<ArgumentException>(() => new DisplacedDerivation(
            Sample with { Training = DisplacedToy.Events(0, 20) }, Quick)).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Adversary_BringsScoresOfDataAndSimulationTogether()
    {
        var sample = new DisplacedTrainingSample(
            Searched(1, 1500), Searched(2, 500), Control(1, 1500), Control(2, 750));
        var derivation = new DisplacedDerivation(sample, Options(8, 8));
        (DisplacedNetworkTagger alone, _) = derivation.Alone("alone", 1);
        (DisplacedNetworkTagger held, GameResult result) = derivation.Against("held", alone, 1);
        Assert.Null(result.Kept!.Complaint);
        Table control = Control(3, 1000), test = Searched(3, 500);
        Assert.True(Distance(alone, control) > 0.2);
        Assert.True(Distance(held, control) < 0.13);
        Assert.True(Area(held, test) > Area(alone, test) - 0.02);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void SignalInTheControlRegion_IsDetected()
    {
        Table hidden = AsControl(DisplacedToy.Events(1, 100, isData: true, seed: 9));
        var sample = new DisplacedTrainingSample(
            Searched(1, 600), Searched(2, 300), Control(1, 1000),
            ColumnJoin.Rows([Control(2, 2000), hidden])); // 5 % of the data
        var derivation = new DisplacedDerivation(sample, Options(8, 1));
        (DisplacedNetworkTagger alone, _) = derivation.Alone("alone", 1);
        (_, GameResult result) = derivation.Against("held", alone, 1);
        Assert.Contains("looks like signal", result.Start!.Complaint, StringComparison.Ordinal);
        derivation = new(sample with { ControlValidation = Control(2, 2000) }, Options(8, 1));
        Assert.Null(derivation.Against("held", alone, 1).Result.Start!.Complaint);
    }

    private static DisplacedTrainingOptions Options(int alone, int against)
    {
        var options = new DisplacedTrainingOptions
        {
            Network = Small,
            Alone = new() { Epochs = alone, BatchSize = 128, LearningRate = 3e-3 },
        };
        return options with { Game = options.Game with { Epochs = against, PretrainAdversary = 2, BatchSize = 128 } };
    }

    private static float[] Trained(
        DisplacedTrainingOptions options, string? folder, DisplacedTrainingSample? sample = null)
    {
        var derivation = new DisplacedDerivation(sample ?? Sample, options);
        string? Of(string name) => folder is null ? null : Path.Combine(folder, name);
        (DisplacedNetworkTagger start, _) = derivation.Alone("alone", 1, Of("alone"));
        return derivation.Against("held", start, 1, Of("game")).Tagger.Network.Parameters;
    }

    private static double Distance(DisplacedNetworkTagger tagger, Table control)
    {
        float[] scores = tagger.Apply(control, 1);
        long[] isData = control.Longs(DisplacedJetColumns.IsData);
        float[] Of(int output, long side) => [.. Enumerable.Range(0, control.RowCount)
            .Where(row => isData[row] == side).Select(row => scores[(row * 3) + output])];
        return Enumerable.Range(0, 3).Max(output => KolmogorovDistance.Of(Of(output, 1), [], Of(output, 0), []));
    }

    private static double Area(DisplacedNetworkTagger tagger, Table jets)
    {
        float[] scores = tagger.Apply(jets, 1);
        long[] classes = jets.Longs(DisplacedJetColumns.Class);
        float[] Of(long wanted) => [.. Enumerable.Range(0, jets.RowCount)
            .Where(row => classes[row] == wanted).Select(row => scores[(row * 3) + 1])];
        return RankArea.Of(Of(1), [], Of(0), []);
    }

    private static Table Searched(ulong seed, int events) => ColumnJoin.Rows(
        [.. Enumerable.Range(0, 3).Select(displaced => DisplacedToy.Events(displaced, events, seed: seed * 1000))]);

    private static Table Control(ulong seed, int events) => ColumnJoin.Rows(
        [DisplacedToy.Events(-1, events, seed: seed * 1000), DisplacedToy.Events(-1, events, true, seed * 1000)]);

    private static Table AsControl(Table signal) => new([.. signal.Columns.Select(column =>
        column is LongColumn { Name: DisplacedJetColumns.Class } classes
            ? classes with { Values = [.. classes.Values.Select(_ => -1L)] } : column)]);

    private sealed class Stop<T>(CancellationTokenSource source) : IProgress<T>
    {
        public void Report(T value) => source.Cancel();
    }
}
