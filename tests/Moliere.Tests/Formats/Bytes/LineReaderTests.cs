using System.Text;
using Moliere.Formats.Bytes;

namespace Moliere.Tests.Formats.Bytes;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void AnyBufferSize_GivesTheSameLines(int bufferSize)
    {
        string[] lines = [.. Enumerable.Range(0, 60).Select(i => new string((char)('a' + (i % 26)), i))];
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        using var reader = new LineReader(new MemoryStream(text), "x", bufferSize);
        foreach (string expected in lines)
        {
            Assert.True(reader.TryPeek(out _));
            Assert.True(reader.TryRead(out ReadOnlySpan<byte> line));
            Assert.Equal(expected, Encoding.UTF8.GetString(line));
        }

        Assert.False(reader.TryRead(out _));
        Assert.Equal(60, reader.Line);
        Assert.False(reader.EndedWithNewline);
    }

    [Fact]
    public void WindowsLineEnds_AreRemoved()
    {
        using var reader = new LineReader(new MemoryStream("a\r\n\r\nb\n"u8.ToArray()), "x");
        Assert.True(reader.TryRead(out ReadOnlySpan<byte> first));
        Assert.Equal("a", Encoding.UTF8.GetString(first));
        Assert.True(reader.TryRead(out ReadOnlySpan<byte> second));
        Assert.Equal(0, second.Length);
        Assert.True(reader.TryRead(out _));
        Assert.False(reader.TryRead(out _));
        Assert.True(reader.EndedWithNewline);
    }
}
