// covers: RunFolderOpening, RunLock, Provenance, RunIdentity, InputFile, AtomicFile
using Moliere.Cli;
using Moliere.Cli.Runs;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Runs;

public class RunFolderTests
{
    [Fact]
    public void CompleteRun_AppearsUnderItsNameOnlyAtTheEnd()
    {
        using TempFolder temporary = new();
        string path = temporary.At("run");
        using (RunFolder folder = Open(path, "a"))
        {
            folder.WriteText("tables/x.csv", "1");
            Assert.False(Directory.Exists(path));
            folder.Complete();
        }

        Assert.Equal("1", File.ReadAllText(Path.Combine(path, "tables", "x.csv")));
        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(temporary.FullName).Select(Path.GetFileName));
        using RunFolder again = Open(path, "a");
        Assert.Equal(RunFolderState.Finished, again.State);
    }

    [Fact]
    public void UnfinishedRun_IsResumedByItsOwnIdentityAndRefusedToAnother()
    {
        using TempFolder temporary = new();
        string path = temporary.At("run");
        using (RunFolder folder = Open(path, "a"))
        {
            folder.WriteText("x.txt", "1");
        }

        RefusalException error = Assert.Throws<RefusalException>(() => Open(path, "b"));
        Assert.Equal(ExitCode.Usage, error.Code);
        Assert.Contains("another unfinished run (of another recipe)", error.Message, StringComparison.Ordinal);
        using (RunFolder resumed = Open(path, "a"))
        {
            Assert.Equal(RunFolderState.Resumed, resumed.State);
            Assert.True(resumed.Has("x.txt"));
        }

        using RunFolder forced = Open(path, "b", force: true);
        Assert.Equal(RunFolderState.Fresh, forced.State);
        Assert.False(forced.Has("x.txt"));
    }

    [Fact]
    public void AnotherFinishedRun_IsKeptUntilItsReplacementIsComplete()
    {
        using TempFolder temporary = new();
        string path = temporary.At("run");
        Finish(path, "a", "old");
        Assert.Throws<RefusalException>(() => Open(path, "b"));
        using (RunFolder folder = Open(path, "b", force: true))
        {
            folder.WriteText("x.txt", "new");
            Assert.Equal("old", File.ReadAllText(Path.Combine(path, "x.txt")));
            folder.Complete();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(path, "x.txt")));
        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(temporary.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void ProcessThatDiedWhileReplacing_LeavesTheOldRunToBeRestored()
    {
        using TempFolder temporary = new();
        string path = temporary.At("run");
        Finish(path, "a", "old");
        Directory.Move(path, RunFolderOpening.ReplacedOf(path));
        using RunFolder folder = Open(path, "a");
        Assert.Equal(RunFolderState.Finished, folder.State);
    }

    [Fact]
    public void FolderThatIsNoRun_IsNeverReplaced()
    {
        using TempFolder temporary = new();
        temporary.Write("precious.txt", "1");
        RefusalException error = Assert.Throws<RefusalException>(() => Open(temporary.FullName, "a", force: true));
        Assert.Contains("not a run and will not be replaced", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(temporary.At("precious.txt")));
    }

    [Fact]
    public void SecondWriter_IsRefused()
    {
        using TempFolder temporary = new();
        using RunFolder first = Open(temporary.At("run"), "a");
        RefusalException error = Assert.Throws<RefusalException>(() => Open(temporary.At("run"), "a"));
        Assert.Contains("Another process is writing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnwritablePlace_IsAnEnvironmentError()
    {
        using TempFolder temporary = new();
        string file = temporary.Write("file", "1");
        RefusalException error = Assert.Throws<RefusalException>(() => Open(Path.Combine(file, "run"), "a"));
        Assert.Equal(ExitCode.Environment, error.Code);
        Assert.Contains("Choose a writable folder with --out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FailedWrite_LeavesTheOldFileAndNoRest()
    {
        using TempFolder temporary = new();
        string path = temporary.Write("x.txt", "old");
        Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("No space left on device");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFiles(temporary.FullName));
    }

    [Fact]
    public void Fingerprint_FollowsContentNotName()
    {
        using TempFolder temporary = new();
        InputFile a = InputFile.Of(temporary.Write("a", "1"));
        InputFile b = InputFile.Of(temporary.Write("b", "1"));
        InputFile c = InputFile.Of(temporary.Write("c", "2"));
        // The SHA-256 of the one byte "1".
        Assert.Equal("6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b", a.Sha256);
        Assert.Equal(Identity("r", a).Fingerprint, Identity("r", b).Fingerprint);
        Assert.NotEqual(Identity("r", a).Fingerprint, Identity("r", c).Fingerprint);
        Assert.NotEqual(Identity("r", a).Fingerprint, Identity("s", a).Fingerprint);
        string before = InputFile.Of(temporary.FullName).Sha256;
        temporary.Write("c", "3");
        Assert.NotEqual(before, InputFile.Of(temporary.FullName).Sha256);
    }

    private static void Finish(string path, string recipe, string text)
    {
        using RunFolder folder = Open(path, recipe);
        folder.WriteText("x.txt", text);
        folder.Complete();
    }

    private static RunFolder Open(string path, string recipe, bool force = false) => RunFolderOpening.Open(
        path, Provenance.Begin(Identity(recipe), 1, DateTimeOffset.UnixEpoch), force);

    private static RunIdentity Identity(string recipe, params InputFile[] inputs) =>
        new("run", "clusters", "1.0", recipe, inputs);
}
