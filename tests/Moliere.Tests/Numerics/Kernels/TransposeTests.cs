// covers: Padding
using Moliere.Numerics.Kernels;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class TransposeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    public void Stride_IsNextMultipleOfSixteen(int columns, int stride) =>
        Assert.Equal(stride, Padding.Stride(columns));

    [Fact]
    public void PadThenUnpad_GivesTheMatrixBack()
    {
        float[] dense = [.. Enumerable.Range(1, 51).Select(i => (float)i)], back = new float[51];
        float[] padded = new float[3 * 32];
        Transpose.Pad(dense, 17, padded);
        Transpose.Unpad(padded, 17, back);
        Assert.Equal(dense, back);
        Assert.Equal(0, padded[17]);
        Assert.Equal(18, padded[32]);
    }

    [Fact]
    public void PadCleared_OverwritesOldPadding()
    {
        float[] padded = new float[32];
        Array.Fill(padded, float.NaN);
        Transpose.PadCleared([1, 2, 3, 4], 2, padded);
        Assert.Equal([1f, 2f, 0f], padded[..3]);
        Assert.Equal([3f, 4f, 0f], padded[16..19]);
    }

    [Fact]
    public void Flip_MovesElementToItsMirrorPlace()
    {
        float[] padded = new float[3 * 16];
        Transpose.Flip([1, 2, 3, 4, 5, 6], 2, 3, padded);
        Assert.Equal([1f, 4f, 0f], padded[..3]);
        Assert.Equal([2f, 5f, 0f], padded[16..19]);
        Assert.Equal([3f, 6f, 0f], padded[32..35]);
    }
}
