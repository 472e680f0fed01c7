using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Autodiff;

public sealed class PackedOrderTests
{
    [Fact]
    public void Points_StandByStepWithTheLongestListFirst()
    {
        var order = new PackedOrder();
        order.Require([0, 2, 2, 5, 6, 8]); // lengths 2, 0, 3, 1, 2
        Assert.Equal(3, order.Steps);
        Assert.Equal([2, 0, 6, 5, 3, 1, 7, 4], order.Points.ToArray());
        Assert.Equal([5, -1, 7, 3, 6], order.Lasts.ToArray());
        Assert.Equal(new PackedStep(0, -1, 4, 3), order.Step(0));
        Assert.Equal(new PackedStep(4, 0, 3, 1), order.Step(1));
        Assert.Equal(new PackedStep(7, 4, 1, 0), order.Step(2));
    }

    [Fact]
    public void EmptyLists_HaveNoStep()
    {
        var order = new PackedOrder();
        order.Require([0, 0, 0]);
        Assert.Equal((0, 0), (order.Steps, order.Points.Length));
        Assert.Equal([-1, -1], order.Lasts.ToArray());
    }

    [Fact]
    public void Order_IsFoundAgainOnlyAfterOtherListsHaveCome()
    {
        var order = new PackedOrder();
        order.Require([0, 1]);
        order.Require([0, 5]);
        Assert.Equal(1, order.Steps);
        order.Forget();
        order.Require([0, 5]);
        Assert.Equal(5, order.Steps);
    }

    [Fact]
    public void RowMoves_GatherWhatTheyScatter()
    {
        float[] x = [.. Enumerable.Range(0, 6).Select(i => (float)i)], packed = new float[6], back = new float[6];
        RowMoves.Gather(x, [2, -1, 0], packed, 2);
        Assert.Equal([4f, 5, 0, 0, 0, 1], packed);
        RowMoves.Scatter(packed, [2, -1, 0], back, 2);
        Assert.Equal([0f, 1, 0, 0, 4, 5], back);
    }
}
