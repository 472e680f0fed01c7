// covers: NetworkDiscriminant, NetworkOptions
using Moliere.Data.Objects;
using Moliere.Learning.Adversaries;
using Moliere.Learning.Training;
using Moliere.Numerics.Statistics;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class NetworkDerivationTests
{
    private static readonly NetworkOptions s_options = new()
    {
        Tagger = new() { Hidden = [16], Normalisation = Moliere.Learning.Models.Normalisation.Batch },
        Training = new() { Epochs = 12, BatchSize = 1024, LearningRate = 0.01, Patience = 0 },
        AdversaryUnits = 16,
        Components = 4,
        GameEpochs = 12,
        AdversarySteps = 3,
        GameRate = 0.003,
    };

    private static readonly BoostedSample s_train = ToyBoostedJets.Sample(6000, 1);
    private static readonly BoostedSample s_validation = ToyBoostedJets.Sample(3000, 2);
    private static readonly BoostedSample s_test = ToyBoostedJets.Sample(4000, 3);

    [Fact]
    [Trait("Speed", "Slow")]
    public void CorrelationAndGame_MakeTheScoreForgetTheMass_AtAPrice()
    {
        NetworkDiscriminant plain = New().Plain("network").Discriminant;
        NetworkDiscriminant disco = New().Correlated("disco", 30).Discriminant;
        (NetworkDiscriminant adversary, GameResult game) = New().Adversarial("adversary", 20, plain, []);
        NetworkDerivation reversing = New(options: s_options with { Mode = GameMode.Reversal, GameEpochs = 25 });
        NetworkDiscriminant reversed = reversing.Adversarial("reversed", 20, plain, [5]).Discriminant;
        (double told, double area) = Judge(plain);
        FreshVerdict toldFresh = New().Fresh(plain, s_test);
        Assert.True(toldFresh.Information > 5 * toldFresh.LossError, $"{toldFresh.Information}");
        foreach (NetworkDiscriminant decorrelated in (NetworkDiscriminant[])[disco, adversary, reversed])
        {
            (double left, double price) = Judge(decorrelated);
            Assert.True(left < 0.5 * told, $"{decorrelated.Name}: {left} of {told} is left");
            Assert.InRange(price, 0.6, area);
            double leftFresh = New().Fresh(decorrelated, s_test).Information;
            Assert.True(
                leftFresh < 0.6 * toldFresh.Information, $"{decorrelated.Name}: {leftFresh}, {toldFresh.Information}");
        }

        Assert.Equal(TrainingStatus.Completed, game.Status);
        Assert.NotNull(game.Kept);
    }

    // Every epoch carries a score; none with less excess was passed over, nor one of the same with less loss.
    [Fact]
    public void Kept_HasTheLowestLossAmongTheEpochsOfLeastExcess()
    {
        NetworkDiscriminant start = New().Plain("network").Discriminant;
        GameResult game = New(options: s_options with { Patience = 2, GameEpochs = 40 })
            .Adversarial("adversary", 5, start, []).Game;
        Assert.All(game.History, epoch => Assert.Single(epoch.Verdicts));
        double least = game.History.Min(epoch => epoch.Excess);
        GameEpoch[] within = [.. game.History.Where(epoch => epoch.Excess == least)];
        Assert.Equal(within.MinBy(epoch => epoch.MainLoss), game.Kept);
        GameEpoch cheaper = game.Kept! with { MainLoss = game.Kept!.MainLoss - 0.01 };
        Assert.True(cheaper.IsBetterThan(game.Kept));
        Assert.False(game.Kept.IsBetterThan(cheaper));
        Assert.False((cheaper with { Excess = least + 0.01 }).IsBetterThan(game.Kept)); // sculpting comes first
        Assert.Equal(game.Kept.Epoch + 2, game.History.Count); // patience
        Assert.Equal(TrainingStatus.EarlyStopped, game.Status);
    }

    [Fact]
    public void Threads_ChangeNoBit()
    {
        NetworkDiscriminant start = New().Plain("network").Discriminant;
        NetworkDiscriminant one = New().Adversarial("adversary", 5, start, []).Discriminant;
        NetworkDiscriminant two = New(threads: 2).Adversarial("adversary", 5, start, []).Discriminant;
        Assert.Equal(one.Network.Parameters, two.Network.Parameters);
    }

    [Fact]
    public void Probabilities_SumToOne()
    {
        NetworkDiscriminant network = New().Plain("network").Discriminant;
        float[] scores = network.Score(s_test.Jets, 1), classes = network.Apply(s_test.Jets, 1);
        Assert.Equal(["background", "signal"], network.Classes);
        Assert.Equal(scores[7], classes[15]);
        Assert.Equal(1 - scores[7], classes[14]);
    }

    private static NetworkDerivation New(int threads = 1, NetworkOptions? options = null) => new(
        s_train, s_validation, BoostedJetColumns.Substructure, (50, 300),
        (options ?? s_options) with { Training = s_options.Training with { Threads = threads } });

    private static (double Correlation, double Area) Judge(IDiscriminant discriminant)
    {
        float[] scores = discriminant.Score(s_test.Jets, 1);
        int[] background = s_test.Background;
        return (
            DistanceCorrelation.Squared(
                [.. background.Select(row => (double)s_test.Mass[row])],
                [.. background.Select(row => (double)scores[row])], []),
            RankArea.Of(
                [.. Enumerable.Range(0, s_test.Count).Where(row => s_test.IsSignal[row]).Select(row => scores[row])],
                [],
                [.. background.Select(row => scores[row])], []));
    }
}
