using System.Runtime.InteropServices;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Numerics.Kernels;

public sealed class MappedFloatsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    public void Slices_AreTheFloatsOfTheFile(int start)
    {
        using TempFolder folder = new();
        float[] values = [.. Enumerable.Range(0, 5000).Select(i => i / 3f)];
        File.WriteAllBytes(folder.At("x"), [.. new byte[start], .. MemoryMarshal.AsBytes(values.AsSpan())]);
        using var mapped = new MappedFloats(folder.At("x"), start);
        Assert.Equal(5000, mapped.Length);
        Assert.Equal(values[4990..], mapped.Slice(4990, 10).ToArray());
        Assert.Equal(values, mapped.Slice(0, 5000).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => mapped.Slice(4991, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => mapped.Slice(-1, 1));
    }
}
