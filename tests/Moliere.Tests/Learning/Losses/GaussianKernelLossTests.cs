// covers: ShiftedTanhLoss
using Moliere.Learning.Losses;

namespace Moliere.Tests.Learning.Losses;

public sealed class GaussianKernelLossTests : LossContract
{
    protected override Loss Loss => new GaussianKernelLoss();

    [Fact]
    public void Prediction_StaysBetweenZeroAndTwo()
    {
        float[] mixture = new float[3];
        foreach (float output in new[] { -50f, 0f, 50f })
        {
            Loss.Decode([output], mixture);
            Assert.Equal(1 + Math.Tanh(output), mixture[1], 1e-6);
        }
    }
}
