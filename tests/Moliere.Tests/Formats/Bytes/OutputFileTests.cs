using Moliere.Formats.Bytes;

namespace Moliere.Tests.Formats.Bytes;

public sealed class OutputFileTests : IDisposable
{
    private readonly TestFiles _files = new();

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
        Assert.Single(Directory.GetFiles(_files.Folder));
    }

    [Fact]
    public void FullDisk_GivesASentence()
    {
        var error = Assert.Throws<InvalidFileException>(() =>
            OutputFile.Write(_files.PathOf("a.txt"), _ => throw new IOException("No space left on device")));
        Assert.Contains("No space left on device", error.Message);
        Assert.Contains("free space", error.Message);
        Assert.Empty(Directory.GetFiles(_files.Folder));
    }

    [Fact]
    public void MissingFolder_GivesASentence()
    {
        var error = Assert.Throws<InvalidFileException>(
            () => OutputFile.Write(_files.PathOf("none/a.txt"), stream => stream.WriteByte(1)));
        Assert.Contains("cannot be written", error.Message);
    }

    [Fact]
    public void Directory_IsRefused() =>
        Assert.Throws<InvalidFileException>(() => OutputFile.Write(_files.Folder, stream => stream.WriteByte(1)));
}
