// covers: DisplayOrder, ProcessName, DisplayOptions
using System.Xml.Linq;
using Moliere.Cli;
using Moliere.Cli.Inspection.Display;
using Moliere.Simulation.Generation;
using Moliere.Tests.Toolbox;
using Moliere.Validation.Plots.Events;

namespace Moliere.Tests.Cli.Inspection.Display;

public sealed class DisplayedEventTests
{
    private static readonly string HepMc = Repository.At("tests", "data", "pythia", "dijet-2ev.hepmc.gz");

    [Fact]
    public void EventOfAFile_IsWrittenAsAPicture()
    {
        using TempFolder folder = new();
        string path = folder.At("pictures/first.svg");
        ShellRun run = ShellRun.Real("inspect", HepMc, "--event", "1", "--mu", "0", "--out", path);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("dijet-2ev.hepmc.gz, event 1: ", run.Out, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(path).Root!.Name.LocalName);
    }

    [Fact]
    public void GeneratedEvent_HasJetsNearItsTrueOnesAndIsReproducible()
    {
        EventPicture picture = DisplayedEvent.PictureOf(new() { Number = 3, Mu = 0, PtMin = 300, Out = "" });
        Assert.Equal("dijets, event 3", picture.Title);
        Assert.NotEmpty(picture.Jets);
        Assert.Contains(picture.TruthJets, truth => Moliere.Data.Kinematics.EtaPhi.DeltaR(
            truth.Eta, truth.Phi, picture.Jets[0].Momentum.Eta, picture.Jets[0].Momentum.Phi) < 0.2);
        EventPicture again = DisplayedEvent.PictureOf(new() { Number = 3, Mu = 0, PtMin = 300, Out = "" });
        Assert.Equal(EventSvg.Render(picture), EventSvg.Render(again));
    }

    [Theory]
    [InlineData("--event N", "inspect")]
    [InlineData("--mu belongs to --event N", "inspect", "x", "--mu", "3")]
    [InlineData("the nearest is 'dijets'", "inspect", "--event", "1", "--process", "dijet")]
    [InlineData("found '-1', expected a whole number", "inspect", "--event", "-1")]
    [InlineData("found '5000', expected a number from 0 to 300", "inspect", "--event", "1", "--mu", "5000")]
    public void WhatMeansNothing_IsRefused(string phrase, params string[] arguments)
    {
        ShellRun run = ShellRun.Real(arguments);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(phrase, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionOfTheGenerator_IsRefusedBesideAFile()
    {
        ShellRun run = ShellRun.Real("inspect", HepMc, "--event", "0", "--pt-min", "30");
        Assert.Equal(2, run.Code);
        Assert.Contains("--pt-min is for the embedded generator", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EventThatIsNotThere_IsRefusedWithThoseThatAre()
    {
        ShellRun run = ShellRun.Real("inspect", HepMc, "--event", "2");
        Assert.Equal(3, run.Code);
        Assert.Contains("found no event 2; its events are numbered 0 to 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryProcess_HasAWordThatIsUnderstood() =>
        Assert.All(Enum.GetValues<Process>(), process =>
            Assert.Equal(process, ProcessName.Parse(ProcessName.Of(process).ToUpperInvariant())));

    [Fact]
    public void UnknownProcess_IsRefusedByName() =>
        Assert.Contains("'foo'", Assert.Throws<RefusalException>(() => ProcessName.Parse("foo")).Message);
}
