// covers: GameMonitor, GameView, KolmogorovMonitor, SculptingMonitor, ContaminationMonitor
using Moliere.Learning.Adversaries;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Learning.Adversaries;

public sealed class GameMonitorTests
{
    // Outputs of one column: the first feature as it is.
    private static GameView View(DataSet task, CoupledRows control) =>
        new(task, First(task), control, First(control.Rows));

    [Fact]
    public void Kolmogorov_TakesTheLargestDistanceAndItsFlag()
    {
        CoupledRows control = GameToy.Control(2000, 1);
        var view = new GameView(GameToy.Task(10, 1), new float[20], control, Outputs(control.Rows, 1, 2));
        Verdict verdict = new KolmogorovMonitor(limit: 0.1).Judge(view);
        Assert.Equal(0.3829, verdict.Score, 0.05); // 2 Phi(1/2) - 1 of two unit normals one apart
        Assert.Equal([verdict.Score], verdict.Measures.Where(distance => distance == verdict.Score));
        Assert.InRange(verdict.Measures[1], 0, 0.08);
        var flagged = new KolmogorovMonitor();
        Assert.Equal(1, flagged.Limit);
        (float[] one, float[] two) = (view.Of(true, 0, 0).Weights, view.Of(true, 0, 1).Weights);
        double flag = KolmogorovDistance.Flag(Size(one), Size(two));
        Assert.Equal(verdict.Score / flag, flagged.Judge(view).Score, 1e-12);
        Assert.Throws<ArgumentException>(() => new KolmogorovMonitor(first: 3).Judge(view));

        static double Size(float[] w) => Math.Pow(w.Sum(x => (double)x), 2) / w.Sum(x => (double)x * x);
    }

    // Half of the signal lies above 1; the target of control rows is what is binned.
    [Fact]
    public void Sculpting_IsTheDivergenceOfAcceptedAndRejected()
    {
        DataSet task = GameToy.Task(20_000, 3);
        CoupledRows control = GameToy.Control(20_000, 4);
        var copied = control with
        {
            Rows = (DataSet)control.Rows with { Targets = [.. First(control.Rows).ToArray()] },
        };
        var monitor = new SculptingMonitor([-10, 1, 10], limit: 0.1);
        Verdict sculpted = monitor.Judge(View(task, copied)), innocent = monitor.Judge(View(task, control));
        Assert.Equal(1, sculpted.Measures[0], 0.05);
        Assert.InRange(sculpted.Score, 0.8, 1);
        Assert.Null(sculpted.Complaint);
        var toChance = new SculptingMonitor([-10, 1, 10]);
        double chance = sculpted.Measures[1] / toChance.Judge(View(task, copied)).Score;
        Assert.Equal(1, toChance.Limit);
        double floor = JensenShannon.Floor(2, Size(true), Size(false));
        Assert.Equal(3.84, chance / floor, 0.11); // 95 % of chi-squared with one degree of freedom
        var shapes = new SculptingMonitor([-0.5, 0.5, 1.5], limit: 0.1).Judge(View(task, control));
        Assert.InRange(shapes.Score, 0, 0.002);
        Assert.True(double.IsFinite(innocent.Score));
        Verdict all = new SculptingMonitor([-10, 10], 0.1, efficiency: 1 - 1e-9).Judge(
            new GameView(task, First(task), control, new float[20_000].Select(_ => 99f).ToArray()));
        Assert.NotNull(all.Complaint);

        double Size(bool isAccepted)
        {
            double[] weights = [.. Enumerable.Range(0, copied.RowCount)
                .Where(row => (copied.Target(row) > sculpted.Measures[0]) == isAccepted)
                .Select(row => (double)copied.Weight(row))];
            return weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);
        }
    }

    [Theory]
    [InlineData(0, 2, false)]
    [InlineData(0.3, 2, true)]
    [InlineData(0.3, -50, false)] // a main that puts all above half of the signal knows no signal
    public void SignalAmongData_IsComplainedOf(double share, float middle, bool isComplaint)
    {
        DataSet task = GameToy.Task(101, 1);
        CoupledRows control = GameToy.Control(4000, 5);
        float[] outputs = First(control.Rows).ToArray();
        for (int row = 0; row < outputs.Length; row++)
        {
            outputs[row] += control.Target(row) == 1 && row % 100 < 100 * share ? 3 : 0;
        }

        float[] ofTask = [.. Enumerable.Range(0, 101).Select(row => task.Target(row) == 1 ? middle : 99)];
        Verdict verdict = new ContaminationMonitor(0, signal: 1).Judge(new GameView(task, ofTask, control, outputs));
        Assert.Equal(isComplaint, verdict.Complaint is not null);
        Assert.InRange(verdict.Measures[1], 0.01, middle > 0 ? 0.05 : 1);
        Assert.Equal(isComplaint, verdict.Complaint?.Contains("looks like signal", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void ComplainedEpochs_AreNotKept()
    {
        Game game = GameToy.Make() with { Monitors = [new Grumbler(99)] };
        GameResult result = GameTrainer.Play(game, GameToy.Short);
        Assert.Equal(TrainingStatus.Unhealthy, result.Status);
        Assert.Equal(0, result.Kept!.Epoch);
        Assert.All(result.History, epoch => Assert.Equal("nothing is ever right", epoch.Complaint));
        Assert.Contains("No epoch was healthy (nothing is ever right)", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnhealthyEpochs_AreSaid()
    {
        Game game = GameToy.Make() with { Monitors = [new Grumbler(2)] };
        GameResult result = GameTrainer.Play(game, GameToy.Short);
        Assert.Equal(TrainingStatus.Completed, result.Status);
        Assert.Contains("1 of them unhealthy (nothing is ever right)", result.Message, StringComparison.Ordinal);
        Assert.NotEqual(1, result.Kept!.Epoch);
    }

    [Fact]
    public void Identities_TellEveryArgumentApart()
    {
        GameMonitor[] monitors =
        [
            new KolmogorovMonitor(), new KolmogorovMonitor(2), new KolmogorovMonitor(0, 2),
            new KolmogorovMonitor(limit: 1), new ContaminationMonitor(0, 1), new ContaminationMonitor(1, 1),
            new ContaminationMonitor(0, 2), new ContaminationMonitor(0, 1, 3), new ContaminationMonitor(0, 1, data: 2),
            new ContaminationMonitor(0, 1, simulation: 2), new SculptingMonitor([0, 1], 1),
            new SculptingMonitor([0, 2], 1), new SculptingMonitor([0, 1], 2), new SculptingMonitor([0, 1], 1, 0.1),
            new SculptingMonitor([0, 1]), new SculptingMonitor([0, 1], 1, signal: 2),
            new SculptingMonitor([0, 1], 1, column: 1),
        ];
        Assert.Equal(monitors.Length, monitors.Select(monitor => monitor.Identity).Distinct().Count());
    }

    private static ReadOnlyMemory<float> First(TrainingRows rows) => Outputs(rows, 0);

    private static float[] Outputs(TrainingRows rows, params int[] columns) =>
        [.. Enumerable.Range(0, rows.RowCount).SelectMany(row => columns.Select(column => rows.Row(row)[column]))];

    // Complains so often, from the start of the game on.
    private sealed class Grumbler(int times) : GameMonitor
    {
        private int _judged;

        public override string Name => "grumble";

        public override string Identity => "grumble";

        public override double Limit => 0;

        public override Verdict Judge(GameView view) =>
            new(1) { Complaint = _judged++ < times ? "nothing is ever right" : null };
    }
}
