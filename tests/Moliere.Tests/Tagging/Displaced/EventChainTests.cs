// covers: PlaneOptions, PlaneOutcome, DistanceSum, ScoreAgreement, CrossingDeal
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;
using Moliere.Tagging.Displaced;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Tagging.Displaced;

public sealed class EventChainTests
{
    private static readonly BoostingOptions Options = new() { Rounds = 15, MaxDepth = 3, MinChildWeight = 5 };

    private static readonly EventTrigger s_all = new() { PtMin = 0, LogRatioMin = -10, TimeMin = -100 };

    private static readonly Table Training = Jets(1), Test = Jets(2), Control = ColumnJoin.Rows(
        [DisplacedToy.Events(-1, 400), DisplacedToy.Events(-1, 400, isData: true)]);

    private static readonly DisplacedTreeTagger Tagger = DisplacedTreeTagger.Derive("trees", Training, Test, Options);

    private static readonly EventChain Chain = EventChain.Of(Tagger, Training, Test, Test, Options);

    [Fact]
    public void Chain_ScansTheScoresOfItsTestEvents()
    {
        Assert.Equal(Chain.Test.Count, Chain.Scores.Length);
        Assert.Equal(1, Chain.Scan.Points[0].Signal, 1e-9);
        Assert.True(Chain.Scan.Choice(10)!.Value.Significance > Chain.Scan.Points[0].Significance);
    }

    [Fact]
    public void Plane_HoldsCleanEventsOnly()
    {
        PlaneOutcome loose = Plane(-1000), clean = Plane(-2);
        Assert.Equal(Chain.Test.Classes.Count(number => number != 1), loose.Events.Length);
        Assert.True(clean.Events.Length < loose.Events.Length);
        Assert.All(clean.Events, i => Assert.True(Chain.Test.Times[i] > -2));
        Assert.Equal(loose.Background.A.Sum, loose.Qcd.A.Sum + loose.BeamInduced.A.Sum, 1e-9);
        Assert.Throws<ArgumentException>(() => Plane(100));
    }

    [Fact]
    public void DistancesOfOthers_LeaveOutTheJetMostLikeSignal()
    {
        float[] own = Test.Floats(DisplacedJetColumns.TrackDistance);
        PlaneOutcome all = Plane(-1000), others = Plane(-1000, DistanceSum.Others);
        Assert.Equal(all.Events, others.Events);
        Assert.All(all.Events.Select((number, i) => (number, i)), pair => Assert.Equal(
            all.Distances[pair.i] - own[Chain.Test.Jets[2 * pair.number]], others.Distances[pair.i], 1e-5));
        Assert.Equal(all.Background.CutX, others.Background.CutX);
        Assert.True(others.Background.CutY < all.Background.CutY);
    }

    [Fact]
    public void Plane_OfTightTrigger_HoldsOneBackground()
    {
        PlaneOutcome loose = Plane(-1000), tight = Chain.Plane(new(
            -1000, 0.3, 0.3, DistanceSum.All, s_all with { LogRatioMin = 1 }));
        Assert.Contains(loose.Events, i => Chain.Test.Classes[i] == (int)DisplacedClass.Qcd);
        Assert.NotEmpty(tight.Events);
        Assert.All(tight.Events, i => Assert.Equal((int)DisplacedClass.BeamInduced, Chain.Test.Classes[i]));
    }

    [Fact]
    public void SignalInThePlane_RaisesThePrediction()
    {
        var background = AbcdPlane.Of([2, 2, 0, 0, 0], [2, 0, 2, 0, 0], [], 1, 1);
        var signal = AbcdPlane.Of([2, 2], [2, 0], [], 1, 1);
        PlaneOutcome plane = new(background, signal, background, background, [0, 1, 2, 3, 4], new float[5]);
        Assert.Equal(1, plane.Contamination(0), 1e-9);
        Assert.Equal(1.25, plane.Contamination(0.1), 1e-9); // a quarter event more in B
    }

    // Stopped by other events of the same toy, so that the best cut of the test differs from the one that is used.
    [Fact]
    public void Cut_IsChosenOnTheEventsThatStopTheTrees()
    {
        var chain = EventChain.Of(Tagger, Training, Jets(3), Test, Options);
        DisplacedEvents stopping = DisplacedEvents.Of(Jets(3), Tagger.Apply(Jets(3), 1));
        var scan = SignificanceScan.Of(chain.Trees.Apply(stopping, 1), stopping.Classes, stopping.Weights);
        // As many beam-induced events there as in the test.
        Assert.Equal(scan.Choice(SignificanceScan.LeastBackground)!.Value.Cut, chain.Cut);
        Assert.Equal(chain.Scan.At(chain.Cut), chain.Passed);
        double counted = Math.Max(chain.Passed.Background, SignificanceScan.LeastBackground);
        Assert.Equal(chain.Passed.Signal / Math.Sqrt(counted), chain.Significance, 1e-12);
        double lost = (1 - chain.Passed.Signal) / chain.Passed.Signal / 300;
        double[] left = [.. chain.Scan.Counts
            .Where((_, i) => chain.Test.Classes[i] != 1 && chain.Scores[i] >= chain.Cut)];
        Assert.Equal(
            Math.Sqrt(lost + (left.Sum(count => count * count) / (4 * counted * counted))), chain.RelativeError, 1e-9);
    }

    [Fact]
    public void ErrorOverAnotherTagger_CountsWhatOneOfBothLetsPass()
    {
        Assert.Equal(0, Chain.RelativeErrorOver(Chain));

        // Another tagger that loses one event of the signal and no other.
        int lost = Enumerable.Range(0, Chain.Test.Count).First(i => Chain.Test.Classes[i] == 1
            && Chain.Scores[i] >= Chain.Cut);
        float[] scores = [.. Chain.Scores.Select((score, i) => i == lost ? -1 : score)];
        EventChain other = Chain with
        {
            Scores = scores,
            Scan = SignificanceScan.Of(scores, Chain.Test.Classes, Chain.Test.Weights),
        };
        double passed = Chain.Passed.Signal * 300;
        double rest = (passed - 1) * Math.Pow((1 / (passed - 1)) - (1 / passed), 2);
        Assert.Equal(Math.Sqrt(Math.Pow(1 / passed, 2) + rest), Chain.RelativeErrorOver(other), 1e-9);
        Assert.True(Chain.RelativeErrorOver(other) < Chain.RelativeError);
        EventChain less = Chain with { Test = Chain.Test.Select([0, 1]) };
        Assert.Contains("2 the other", Assert.Throws<ArgumentException>(() => less.RelativeErrorOver(Chain)).Message);
    }

    [Fact]
    public void SignificanceOfSomeSignal_IsThatOfItsShare()
    {
        int[] signal = [.. Enumerable.Range(0, Chain.Test.Count).Where(i => Chain.Test.Classes[i] == 1)];
        double share = signal.Count(i => i % 2 == 0 && Chain.Scores[i] >= Chain.Cut)
            / (double)signal.Count(i => i % 2 == 0);
        Assert.Equal(
            share / Chain.Passed.Signal, Chain.SignificanceOf(i => i % 2 == 0) / Chain.Significance, 1e-9);
        Assert.Throws<ArgumentException>(() => Chain.SignificanceOf(_ => false));
    }

    [Fact]
    public void Plane_CountsDataAsNeither()
    {
        PlaneOptions options = new(-1000, 0.3, 0.3, DistanceSum.All, s_all);
        int[] classes = [.. Chain.Test.Classes.Select((number, i) => i % 2 == 0 ? -1 : number)];
        PlaneOutcome half = (Chain with { Test = Chain.Test with { Classes = classes } }).Plane(options);
        Assert.Equal(Chain.Plane(options).Events.Where(i => i % 2 > 0), half.Events);
        AbcdPlane signal = half.Signal;
        Assert.Equal(
            classes.Count(number => number == 1), signal.A.Sum + signal.B.Sum + signal.C.Sum + signal.D.Sum, 1e-9);
    }

    [Fact]
    public void WrongTimes_AreSeenInTheInputsAndInNothingElse()
    {
        IReadOnlyList<(string Name, double Distance)> inputs = ScoreAgreement.OfInputs(Control);
        Assert.InRange(inputs.First(input => input.Name == "leading_time").Distance, 0.37, 0.47);
        Assert.True(inputs.First(input => input.Name == "tracks").Distance < 0.1);
        Assert.Equal(3, ScoreAgreement.Distances(Control, Tagger.Apply(Control, 1)).Length);
    }

    [Fact]
    public void Area_IsThatOfTheChosenJets()
    {
        float[] scores = Tagger.Apply(Test, 1);
        Assert.True(ScoreAgreement.Area(Test, scores, DisplacedClass.Qcd) > 0.9);
        Assert.Throws<ArgumentException>(() => ScoreAgreement.Area(Test, scores, DisplacedClass.Qcd, _ => false));
    }

    [Fact]
    public void Deal_KeepsCrossingsAndSamplesTogether()
    {
        Table jets = new([.. Test.Columns, new LongColumn(
            DisplacedJetColumns.Crossing, "", "Toy.", [.. Test.Longs(DisplacedJetColumns.Event).Select(e => e / 20)])]);
        Table[] parts = CrossingDeal.Parts(jets, [0.5, 0.2], 3);
        Assert.Equal(jets.RowCount, parts.Sum(part => part.RowCount));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(3, parts[i].Longs(DisplacedJetColumns.Class).Distinct().Count());
            Assert.Empty(parts[i].Longs(DisplacedJetColumns.Crossing)
                .Intersect(parts[(i + 1) % 3].Longs(DisplacedJetColumns.Crossing)));
        }

        Assert.Equal(
            parts[1].Longs(DisplacedJetColumns.Event),
            CrossingDeal.Parts(jets, [0.5, 0.2], 3)[1].Longs(DisplacedJetColumns.Event));
    }

    private static PlaneOutcome Plane(double timeMin, DistanceSum distances = DistanceSum.All) =>
        Chain.Plane(new(timeMin, 0.3, 0.3, distances, s_all));

    private static Table Jets(ulong seed) =>
        ColumnJoin.Rows([.. Enumerable.Range(0, 3).Select(i => DisplacedToy.Events(i, 300, seed: seed * 100))]);
}
