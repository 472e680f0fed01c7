using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;

namespace Moliere.Tests.Formats.Root.Files;

public class RootCursorTests
{
    [Fact]
    public void Numbers_AreBigEndian()
    {
        RootCursor cursor = Over(0, 1, 0, 0, 0, 2, 0x3F, 0x80, 0, 0);
        Assert.Equal(1, cursor.Int16("a"));
        Assert.Equal(2, cursor.Int32("b"));
        Assert.Equal(1f, cursor.Single("c"));
        Assert.Equal(0, cursor.Remaining);
    }

    [Fact]
    public void Texts_HaveOneByteOfLengthOrFive()
    {
        Assert.Equal("ab", Over(2, (byte)'a', (byte)'b').Text("a name"));
        Assert.Equal("ab", Over(255, 0, 0, 0, 2, (byte)'a', (byte)'b').Text("a name"));
        Assert.Equal("ab", Over((byte)'a', (byte)'b', 0).ZeroEnded("a name"));
    }

    [Fact]
    public void ReadBeyondTheEnd_NamesPlaceAndWhatWasRead()
    {
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Over(1, 2, 3).Int32("a checksum"));
        Assert.Equal(
            "file.root, byte 100 (tree): found 3 bytes before the end, expected 4 bytes of a checksum.", error.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0x7F, 0xFF, 0xFF, 0xFF, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 3, 0, 0 })]
    public void CountThatTheRecordCannotHold_IsRefused(byte[] bytes) =>
        Assert.Throws<InvalidFileException>(() => Over(bytes).Count(1, "offsets"));

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void JumpOutside_IsRefused(int position) =>
        Assert.Throws<InvalidFileException>(() => Over(1, 2, 3).Position = position);

    [Fact]
    public void UnendedText_IsRefused() =>
        Assert.Throws<InvalidFileException>(() => Over(1, 2).ZeroEnded("a class name"));

    private static RootCursor Over(params byte[] bytes) => new(bytes, new("file.root", 100, "tree"));
}
