using Moliere.Tagging.Inference;

namespace Moliere.Tests.Tagging.Inference;

public sealed class FisherInformationTests
{
    private const int Bins = 6;

    [Fact]
    public void Matrix_IsTheHessianOfTheNegativeLogLikelihood()
    {
        InferenceBenchmark benchmark = InferenceBenchmark.Of("B4");
        double[,] matrix = Information().Matrix(benchmark);
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
            {
                double scale = Math.Sqrt(matrix[a, a] * matrix[b, b]);
                Assert.Equal(Hessian(benchmark, a, b), matrix[a, b], 1e-4 * scale);
            }
        }
    }

    [Fact]
    public void Uncertainty_OfOneBinWithOneParameter_IsTheRootOfItsCount()
    {
        var information = new FisherInformation();
        information.Add(1050, [1, 0, 0, 0]);
        Assert.Equal(Math.Sqrt(1050), information.Uncertainty(InferenceBenchmark.Of("B0")), 1e-9);
    }

    [Fact]
    public void EmptyBin_SaysNothing()
    {
        FisherInformation with = Information(), without = Information();
        with.Add(0, [1, 2, 3, 4]);
        InferenceBenchmark benchmark = InferenceBenchmark.Of("B2");
        Assert.Equal(without.Uncertainty(benchmark), with.Uncertainty(benchmark));
    }

    [Fact]
    public void FewerBinsThanParameters_HaveNoUncertainty()
    {
        var information = new FisherInformation();
        information.Add(10, [1, 2, 3, 4]);
        Assert.True(double.IsNaN(information.Uncertainty(InferenceBenchmark.Of("B2"))));
    }

    private static FisherInformation Information()
    {
        var information = new FisherInformation();
        for (int bin = 0; bin < Bins; bin++)
        {
            double count = Count(bin, [0, 0, 0, 0]);
            information.Add(count, [.. Enumerable.Range(0, 4).Select(a => Factor(bin, a) * count)]);
        }

        return information;
    }

    // Counts that bend with every parameter, so that second derivatives would show.
    private static double Count(int bin, double[] x) =>
        (20 + (7 * bin)) * Math.Exp(Enumerable.Range(0, 4).Sum(a => Factor(bin, a) * x[a]));

    private static double Factor(int bin, int a) => 0.3 * Math.Sin(1 + (2.3 * bin) + (1.7 * a * (bin + 1)));

    private static double Nll(InferenceBenchmark benchmark, double[] x)
    {
        double sum = x.Select((value, a) => 0.5 * Math.Pow(value / benchmark.Constraints[a], 2)).Sum();
        for (int bin = 0; bin < Bins; bin++)
        {
            sum += Count(bin, x) - (Count(bin, [0, 0, 0, 0]) * Math.Log(Count(bin, x)));
        }

        return sum;
    }

    private static double Hessian(InferenceBenchmark benchmark, int a, int b)
    {
        const double step = 1e-3;
        return (At(1, 1) - At(1, -1) - At(-1, 1) + At(-1, -1)) / (4 * step * step);

        double At(int first, int second)
        {
            var x = new double[4];
            x[a] += first * step;
            x[b] += second * step;
            return Nll(benchmark, x);
        }
    }
}
