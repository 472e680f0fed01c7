using Moliere.Learning.Losses;

namespace Moliere.Tests.Learning.Losses;

public sealed class MeanSquaredErrorTests : LossContract
{
    protected override Loss Loss => new MeanSquaredError();
}
