using Moliere.Formats.Bytes;

namespace Moliere.Tests.Formats.Bytes;

public sealed class InvalidFileExceptionTests
{
    [Fact]
    public void Message_SaysPlaceFoundExpectedRemedy()
    {
        var place = new FilePlace("x.csv") { Line = 7, Inside = "column 'pt'" };
        var error = new InvalidFileException(place, "'abc'", "a number", "mend it");
        Assert.Equal("x.csv, line 7 (column 'pt'): found 'abc', expected a number; mend it.", error.Message);
        Assert.Equal((7, "'abc'", "a number"), (error.Place.Line, error.Found, error.Expected));
    }
}
