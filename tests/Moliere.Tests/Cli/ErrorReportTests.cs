using Moliere.Cli;
using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Tests.Cli;

public sealed class ErrorReportTests
{
    private static readonly FilePlace s_place = new("events.hepmc") { Line = 7 };

    [Fact]
    public void InvalidFile_IsBadDataWithItsOwnSentence() => Assert.Equal(
        (ExitCode.BadData, "events.hepmc, line 7: found x, expected y."),
        ErrorReport.Of(new InvalidFileException(s_place, "x", "y")));

    [Theory]
    [InlineData(typeof(IOException), 4)]
    [InlineData(typeof(UnauthorizedAccessException), 4)]
    [InlineData(typeof(FileNotFoundException), 3)]
    [InlineData(typeof(DirectoryNotFoundException), 3)]
    [InlineData(typeof(EndOfStreamException), 3)]
    [InlineData(typeof(InvalidDataException), 3)]
    public void InvalidFileWithACause_TellsTheMachineFromTheFile(Type cause, int code) => Assert.Equal(
        (ExitCode)code,
        ErrorReport.Of(new InvalidFileException(s_place, "x", "y", "z", (Exception)Activator.CreateInstance(cause)!))
            .Code);

    [Fact]
    public void Expression_IsOfTheRecipeAndAColumnOfTheData()
    {
        Assert.Equal(ExitCode.Usage, ErrorReport.Of(new ExpressionException("a >", 3, "found the end")).Code);
        Assert.Equal(ExitCode.BadData, ErrorReport.Of(MissingColumnException.For("mu", ["m"])).Code);
    }

    [Fact]
    public void Aggregate_IsUnwrappedToItsFirstCause()
    {
        var inner = new AggregateException(new InvalidDataException("broken"), new IOException("later"));
        Assert.Equal((ExitCode.BadData, "broken"), ErrorReport.Of(new AggregateException(inner)));
    }

    [Fact]
    public void Cancellation_HasTheCodeOfItsSignal()
    {
        Assert.Equal(ExitCode.Terminated, ErrorReport.Of(new TaskCanceledException(), ExitCode.Terminated).Code);
        Assert.Equal(ExitCode.Interrupted, ErrorReport.Of(new OperationCanceledException()).Code);
    }

    [Fact]
    public void OnlyTheProgramsOwnFaults_AreInternal()
    {
        Assert.True(ErrorReport.IsInternal(new InvalidOperationException("x")));
        Assert.False(ErrorReport.IsInternal(new InvalidFileException(s_place, "x", "y")));
        Assert.False(ErrorReport.IsInternal(new OutOfMemoryException()));
    }
}
