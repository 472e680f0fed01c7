using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class ValidationSampleTests
{
    private static readonly ValidationSample Good = SyntheticSample.LogNormal(100, 1, 0.1);

    [Fact]
    public void MissingVariable_NamesThoseThatExist()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(
            () => ResponseValidation.Evaluate(Good, [BinAxis.Linear("lamda", 2, 0, 1)], new()));
        Assert.Equal("validation axis 'lamda' has no column; the sample has E_dep, mu", problem.Message);
    }

    [Fact]
    public void ShortColumn_IsNamedWithBothLengths()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(
            () => ResponseValidation.Evaluate(Good with { Weights = [1, 2] }, [], new()));
        Assert.Equal("validation sample: weights has 2 rows, the target has 100", problem.Message);
    }
}
