using Moliere.Calibration.Classical;
using Moliere.Formats.Bytes;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Calibration.Classical;

public sealed class LcwFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void WrittenTables_ComeBackAndCalibrateAlike()
    {
        var charged = ToyClusters.WithResponse(0.6, 900, 2000, seed: 2);
        LcwTables tables = new LcwDerivation(ToyClusters.Geometry, new float[ToyClusters.Geometry.CellCount])
            .Derive(ToyClusters.WithResponse(1, 150, 2000, seed: 1), charged);

        LcwFile.Write(tables, _path);
        LcwTables back = LcwFile.Read(_path, ToyClusters.Geometry);

        Assert.Equal(tables.Apply(charged).Response, back.Apply(charged).Response);
    }

    [Theory]
    [InlineData("{ \"EmProbability\": [0.5", "line 1")]
    [InlineData("{ \"Format\": \"lcw-1\", \"EmProbability\": [0.5] }", "found 1 entries of EmProbability, expected")]
    [InlineData("{ \"Format\": \"lcw-9\" }", "found the format 'lcw-9'")]
    [InlineData("null", "found null, expected look-up tables")]
    public void BrokenFile_SaysWhatIsWrong(string text, string expected)
    {
        File.WriteAllText(_path, text);

        var error = Assert.Throws<InvalidFileException>(() => LcwFile.Read(_path, ToyClusters.Geometry));

        Assert.Contains(expected, error.Message);
        Assert.Contains(_path, error.Message);
    }

    public void Dispose() => File.Delete(_path);
}
