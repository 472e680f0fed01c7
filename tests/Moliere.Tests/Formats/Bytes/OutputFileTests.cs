using Moliere.Formats.Bytes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Bytes;

public sealed class OutputFileTests : IDisposable
{
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void FailureWhileWriting_LeavesOldFileAndNoPartial()
    {
        string path = _files.Write("a.txt", "old");
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_files.FullName));
    }

    [Fact]
    public void FullDisk_GivesASentence()
    {
        var error = Assert.Throws<InvalidFileException>(() =>
            OutputFile.Write(_files.At("a.txt"), _ => throw new IOException("No space left on device")));
        Assert.Contains("No space left on device", error.Message);
        Assert.Contains("free space", error.Message);
        Assert.Empty(Directory.GetFiles(_files.FullName));
    }

    [Fact]
    public void MissingFolder_GivesASentence()
    {
        var error = Assert.Throws<InvalidFileException>(
            () => OutputFile.Write(_files.At("none/a.txt"), stream => stream.WriteByte(1)));
        Assert.Contains("found no folder to write into", error.Message);
    }

    [Fact]
    public void Directory_IsRefused() =>
        Assert.Throws<InvalidFileException>(() => OutputFile.Write(_files.FullName, stream => stream.WriteByte(1)));
}
