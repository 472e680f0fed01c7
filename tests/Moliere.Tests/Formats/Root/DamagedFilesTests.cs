using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root;

public class DamagedFilesTests
{
    private const int Damages = 300;

    [Fact]
    public void SmallFiles_DamagedInManyWays_EndInDataOrOneTypedError()
    {
        using var folder = new TempFolder();
        string path = folder.At("damaged.root");
        string[] seeds = [.. Directory.GetFiles(Repository.At("tests", "data", "root"), "*.root").Order()];
        Assert.NotEmpty(seeds);
        long fields = 0, refusals = 0;
        foreach (string seed in seeds)
        {
            byte[] whole = RootPlainCopy.Of(seed);
            for (ulong number = 0; number < Damages; number++)
            {
                File.WriteAllBytes(path, RootMutation.Of(whole, number));
                RootWalk walk = RootWalk.Through(path);
                Assert.True(walk.MostAllocated < (4L * whole.Length) + (64 << 20), $"{seed} {number}: {walk.Worst}");
                (fields, refusals) = (fields + walk.Fields, refusals + walk.Refusals);
            }
        }

        Assert.True(fields > 0 && refusals > 0, $"{fields} fields read, {refusals} refusals");
    }

    [Fact]
    public void UnpackedCopy_ReadsAsTheOriginal()
    {
        using var folder = new TempFolder();
        foreach (string seed in Directory.GetFiles(Repository.At("tests", "data", "root"), "*.root").Order())
        {
            RootWalk original = RootWalk.Through(seed);
            RootWalk copy = RootWalk.Through(folder.Write("plain.root", RootPlainCopy.Of(seed)));
            Assert.Equal((original.Fields, original.Refusals), (copy.Fields, copy.Refusals));
        }
    }
}
