using Moliere.Learning.Losses;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class RepulsionTests
{
    private const int TrainingRows = 50;

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 7)]
    [InlineData(5, 33)]
    public void Gradient_EqualsCentralDifferencesOfDefinition(int members, int rows)
    {
        double[][] predictions = Draw(members, rows, 0.3);
        for (int member = 0; member < members; member++)
        {
            float[] force = Force(predictions, member);
            for (int row = 0; row < rows; row++)
            {
                Assert.Equal(Slope(predictions, member, row), force[row], 1e-6);
            }
        }
    }

    [Fact]
    public void Value_IsZeroWhereNothingHasMoved()
    {
        double[][] predictions = Draw(4, 6, 0.3);
        Assert.Equal(0, Repulsion.Reference(predictions, 2, predictions[2], TrainingRows), 1e-15);
    }

    [Fact]
    public void Descent_PushesNearbyMembersApart()
    {
        double[][] predictions = Draw(2, 5, 1e-3);
        float[] force = Force(predictions, 0);
        double along = force.Select((f, row) => -f * (predictions[0][row] - predictions[1][row])).Sum();
        Assert.True(along > 0, $"a descent step moves by {along} along the difference");
    }

    [Fact]
    public void CloserMembers_ArePushedHarder()
    {
        static double Length(double spread) =>
            Math.Sqrt(Force(Draw(3, 5, spread), 1).Sum(f => (double)f * f));
        Assert.Equal(10, Length(0.01) / Length(0.1), 1e-2);
    }

    [Fact]
    public void IdenticalMembers_GiveFiniteForces()
    {
        double[] one = Draw(1, 4, 1)[0];
        double[] other = [.. one.Select(x => x + 1e-7)];
        Assert.All(Force([one, one, one], 0), f => Assert.Equal(0, f));
        Assert.All(Force([one, one, other], 2), f => Assert.True(float.IsFinite(f)));
    }

    [Fact]
    public void BatchesOfOtherSizes_ReuseTheMemory()
    {
        var repulsion = new Repulsion(2, TrainingRows);
        float[] first = Force(repulsion, Draw(2, 9, 0.3), 0);
        Force(repulsion, Draw(2, 40, 0.3), 0);
        Assert.Equal(first, Force(repulsion, Draw(2, 9, 0.3), 0));
    }

    private static double Slope(double[][] predictions, int member, int row)
    {
        const double step = 1e-6;
        double[] up = [.. predictions[member]], down = [.. predictions[member]];
        (up[row], down[row]) = (up[row] + step, down[row] - step);
        return (Repulsion.Reference(predictions, member, up, TrainingRows)
            - Repulsion.Reference(predictions, member, down, TrainingRows)) / (2 * step);
    }

    private static float[] Force(double[][] predictions, int member) =>
        Force(new Repulsion(predictions.Length, TrainingRows), predictions, member);

    private static float[] Force(Repulsion repulsion, double[][] predictions, int member)
    {
        int rows = predictions[0].Length;
        repulsion.Begin(rows);
        for (int i = 0; i < predictions.Length; i++)
        {
            predictions[i].Select(x => (float)x).ToArray().CopyTo(repulsion.Predictions(i));
        }

        for (int i = 0; i < predictions.Length; i++)
        {
            repulsion.Measure(i);
        }

        repulsion.SetWidth();
        float[] force = new float[rows];
        repulsion.Gradient(member, force);
        return force;
    }

    private static double[][] Draw(int members, int rows, double spread)
    {
        var rng = new Rng(9, "members");
        double[][] predictions = new double[members][];
        for (int i = 0; i < members; i++)
        {
            predictions[i] = new double[rows];
            foreach (ref double x in predictions[i].AsSpan())
            {
                x = Distributions.Gaussian(0, spread, ref rng);
            }
        }

        return predictions;
    }
}
