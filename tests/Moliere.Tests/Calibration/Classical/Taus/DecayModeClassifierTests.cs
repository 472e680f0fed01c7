// covers: DecayModeOptions
using Moliere.Calibration.Classical.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical.Taus;

public sealed class DecayModeClassifierTests
{
    private static readonly DecayModeClassifier s_classifier = ToyScales.Scales.Modes!;

    [Fact]
    public void Probabilities_SumToOneAndFindTheMode()
    {
        Table taus = ToyTauScales.Make(5000, seed: 3);
        float[] p = s_classifier.Probabilities(taus), truth = taus.Floats(TauColumns.TruthMode);
        int right = 0;
        for (int row = 0; row < taus.RowCount; row++)
        {
            float[] own = p[(5 * row)..((5 * row) + 5)];
            Assert.Equal(1, own.Sum(), 1e-5);
            Assert.All(own, value => Assert.InRange(value, 0, 1));
            right += Array.IndexOf(own, own.Max()) == (int)truth[row] ? 1 : 0;
        }

        Assert.InRange(right / 5000.0, 0.85, 1); // a tenth of the neutral pions is not seen
    }

    [Fact]
    public void TrainingTaus_AreJudgedAsHonestlyAsOthers()
    {
        // Deep trees on few taus learn them by heart; the other half then tells.
        Table training = ToyScales.Training.Slice(0, 6000), others = ToyTauScales.Make(6000, seed: 4);
        TauScales deep = TauScalesDerivation.Derive(
            training, ToyScales.Options with { Modes = new() { Rounds = 15, MaxDepth = 12, LearningRate = 0.5 } });

        double known = Loss(deep.Modes!, training), unknown = Loss(deep.Modes!, others);

        Assert.InRange(known, 0.93 * unknown, 1.07 * unknown);
        DecayModeClassifier swapped = new([deep.Modes!.Halves[1], deep.Modes.Halves[0]]);
        Assert.InRange(Loss(swapped, training), 0, 0.5 * unknown); // those that know them by heart
    }

    [Fact]
    public void MissingInput_IsWhatTheTreesLearntItToBe()
    {
        Table taus = ToyTauScales.Make(10, seed: 5);
        taus.Floats(TauColumns.NeutralMass).AsSpan().Fill(float.NaN);
        Assert.All(s_classifier.Probabilities(taus), p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void WithoutEventNumbers_TausCanBeJudgedButNotLearntFrom()
    {
        Table taus = Without(ToyScales.Training.Slice(0, 3000), TauColumns.Event);
        Assert.All(s_classifier.Probabilities(taus), p => Assert.InRange(p, 0, 1));
        Assert.Contains(
            "'event'",
            Assert.Throws<MissingColumnException>(() => TauScalesDerivation.Derive(taus, ToyScales.Options)).Message);
    }

    [Fact]
    public void TooFewKnownModes_AreRefusedWithTheirNumber()
    {
        Table taus = ToyScales.Training.Slice(0, 3000);
        taus.Floats(TauColumns.TruthMode).AsSpan(100).Fill(-1);
        string message = Assert.Throws<InvalidDataException>(
            () => TauScalesDerivation.Derive(taus, ToyScales.Options)).Message;
        Assert.Contains("expected at least 200 to tell decay modes apart", message);
        Assert.Contains("p_1p0n", message);
    }

    internal static Table Without(Table taus, params string[] columns) =>
        new([.. taus.Columns.Where(column => !columns.Contains(column.Name))]);

    private static double Loss(DecayModeClassifier classifier, Table taus)
    {
        float[] p = classifier.Probabilities(taus), truth = taus.Floats(TauColumns.TruthMode);
        return Enumerable.Range(0, truth.Length).Average(row => -Math.Log(p[(5 * row) + (int)truth[row]]));
    }
}
