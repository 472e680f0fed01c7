using Moliere.Numerics.Fits;

namespace Moliere.Tests.Numerics.Fits;

public sealed class NormalMatrixTests
{
    private static readonly double[,] s_matrix = { { 4, 1, 0.5 }, { 1, 3, -0.2 }, { 0.5, -0.2, 2 } };

    [Fact]
    public void Inverse_TimesTheMatrixIsOne()
    {
        double[,] inverse = NormalMatrix.Inverse(s_matrix);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double sum = Enumerable.Range(0, 3).Sum(k => s_matrix[i, k] * inverse[k, j]);
                Assert.Equal(i == j ? 1 : 0, sum, 1e-12);
            }
        }
    }

    [Fact]
    public void Solution_FitsTheDampedMatrix()
    {
        double[] right = [1, -2, 0.5], solution = NormalMatrix.Solve(s_matrix, right, damping: 0.5)!;
        for (int i = 0; i < 3; i++)
        {
            double sum = Enumerable.Range(0, 3).Sum(k => s_matrix[i, k] * (i == k ? 1.5 : 1) * solution[k]);
            Assert.Equal(right[i], sum, 1e-12);
        }
    }

    [Fact]
    public void Sandwich_OfTheMatrixItselfIsItsInverse()
    {
        double[,] inverse = NormalMatrix.Inverse(s_matrix), sandwich = NormalMatrix.Sandwich(s_matrix, s_matrix);
        Assert.Equal(inverse[0, 2], sandwich[0, 2], 1e-12);
        Assert.Equal(inverse[1, 1], sandwich[1, 1], 1e-12);
    }

    [Fact]
    public void DependentRows_HaveNeitherFactorNorInverse()
    {
        double[,] singular = { { 1, 2 }, { 2, 4 } };
        Assert.Null(NormalMatrix.Factor(singular));
        Assert.Null(NormalMatrix.Solve(singular, [1, 1], damping: 0));
        Assert.True(double.IsNaN(NormalMatrix.Inverse(singular)[0, 0]));
    }
}
