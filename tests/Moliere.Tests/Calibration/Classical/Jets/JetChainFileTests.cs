using Moliere.Calibration.Classical.Jets;
using Moliere.Formats.Bytes;

namespace Moliere.Tests.Calibration.Classical.Jets;

public sealed class JetChainFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void WrittenChain_ComesBackBitForBit()
    {
        JetChainFile.Write(ToyChain.Chain, _path);
        byte[] bytes = File.ReadAllBytes(_path);
        JetChain back = JetChainFile.Read(_path);

        foreach (string method in JetChain.Methods)
        {
            Assert.Equal(
                ToyChain.Chain.UpTo(method).Apply(ToyChain.Test).Response,
                back.UpTo(method).Apply(ToyChain.Test).Response);
        }

        JetChainFile.Write(back, _path);
        Assert.Equal(bytes, File.ReadAllBytes(_path));
    }

    [Theory]
    [InlineData("{ \"Format\": \"jet-chain-1\", \"Steps\": [", "line 1")]
    [InlineData("{ \"Format\": \"jet-chain-1\", \"Steps\": [ { \"Step\": \"magic\" } ] }", "invalid JSON")]
    [InlineData("{ \"Format\": \"jet-chain-9\", \"Steps\": [] }", "found the format 'jet-chain-9'")]
    [InlineData("{ \"Format\": \"jet-chain-1\", \"Steps\": [ null ] }", "found an empty step")]
    [InlineData("{ \"Format\": \"jet-chain-1\", \"Steps\": [] }", "found no step of 'pileup'")]
    [InlineData("null", "found null, expected a calibration chain of jets")]
    [InlineData(
        "{ \"Format\": \"jet-chain-1\", \"Steps\": [ { \"Step\": \"mcjes\", \"Bins\": "
        + "{ \"Reach\": 4.5, \"Count\": 3, \"IsFolded\": true }, \"Response\": [] } ] }",
        "found response curves that do not fit their bins")]
    public void BrokenFile_SaysWhatIsWrong(string text, string expected)
    {
        File.WriteAllText(_path, text);

        var error = Assert.Throws<InvalidFileException>(() => JetChainFile.Read(_path));

        Assert.Contains(expected, error.Message);
        Assert.Contains(_path, error.Message);
    }

    [Fact]
    public void ChainWithoutItsLastSteps_IsRefused()
    {
        JetChainFile.Write(new([.. ToyChain.Chain.Steps.Where(step => step.Method != "gsc")]), _path);
        Assert.Contains("found no step of 'gsc'", Assert.Throws<InvalidFileException>(
            () => JetChainFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);
}
