// covers: EventPicture, PictureTrack
using System.Globalization;
using System.Xml.Linq;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector.Description;
using Moliere.Validation.Plots.Events;

namespace Moliere.Tests.Validation.Plots.Events;

public sealed class EventSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly CaloGeometry Geometry = DetectorDescription.Default.BuildGeometry();

    [Fact]
    public void Picture_IsWellFormedAndNeedsNoOtherFile()
    {
        string text = EventSvg.Render(OneCluster());
        XElement root = XDocument.Parse(text).Root!;

        Assert.Equal(Svg + "svg", root.Name);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href", text, StringComparison.Ordinal);
        Assert.DoesNotContain("url(http", text, StringComparison.Ordinal);
        Assert.True(text.Length < 60_000, $"{text.Length} letters");
    }

    [Fact]
    public void SamePicture_GivesTheSameText() =>
        Assert.Equal(EventSvg.Render(OneCluster()), EventSvg.Render(OneCluster()));

    [Fact]
    public void Header_SaysWhatTheEventIs()
    {
        string text = string.Join('\n', Texts(OneCluster()));
        Assert.Contains("made up, event 3", text, StringComparison.Ordinal);
        Assert.Contains("μ = 12.5", text, StringComparison.Ordinal);
        Assert.Contains("9 vertices", text, StringComparison.Ordinal);
        Assert.Contains("= 40 GeV", text, StringComparison.Ordinal);
        Assert.Contains("parametrised simulation", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Jet_IsACircleAtItsPlaceWithItsMomentum()
    {
        EventPicture picture = OneCluster();
        XElement jet = Elements(picture, "ellipse", "jet").Single();
        double etaMax = ShownCells.EtaMax(Geometry);

        Assert.Equal(74 + (886 * (picture.Jets[0].Momentum.Eta + etaMax) / (2 * etaMax)), Number(jet, "cx"), 0.02);
        Assert.Equal(886 * 0.4 / (2 * etaMax), Number(jet, "rx"), 0.02);
        Assert.Contains("1: 40 GeV", Texts(picture));
    }

    [Fact]
    public void JetAcrossTheSeam_ShowsOnBothSides()
    {
        FourVector momentum = FourVector.FromPtEtaPhiMass(40, 0.2, 3.1, 0);
        EventPicture picture = OneCluster() with { Jets = [new Jet(momentum, [0])] };
        Assert.Equal(2, Elements(picture, "ellipse", "jet").Count());
    }

    [Fact]
    public void TrueJets_AreDashed() =>
        Assert.Single(Elements(
            OneCluster() with { TruthJets = [FourVector.FromPtEtaPhiMass(50, -0.4, 1, 0)] }, "ellipse", "truth-jet"));

    [Fact]
    public void CellsBelowTwiceTheNoise_AreNotDrawn()
    {
        EventPicture picture = OneCluster();
        Assert.Equal([Cell], ShownCells.Of(picture).Select(shown => shown.Cell));
        picture.Event.Energy[17] = 0.21f; // the noise is 0.1
        Assert.Equal([17, Cell], ShownCells.Of(picture).Select(shown => shown.Cell));
        Assert.Equal([Cell], ShownCells.InClusters(picture).Select(shown => shown.Cell));
    }

    [Fact]
    public void EmptyEvent_IsAWholePicture()
    {
        EventPicture picture = OneCluster() with { Clusters = [], Jets = [], Event = new CalorimeterEvent(Geometry) };
        Assert.Contains("no jets", Texts(picture));
    }

    [Fact]
    public void TracksOfLargeMomentum_ReachTheEdgeStraight()
    {
        EventPicture picture = OneCluster() with { Tracks = [new PictureTrack(1000, 0, 0, 1)] };
        string arc = (string)Elements(picture, "path", "track").First().Attribute("d")!;

        // The view across the beam is centred at (1235, 347); its tracks end at 1150 of 1.09 * 4280 mm.
        string end = arc.Split(' ')[^1];
        double[] place = [.. end.Split(',').Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
        Assert.Equal(1235 + (225 * 1150 / (1.09 * 4280)), place[0], 0.1);
        Assert.Equal(347, place[1], 0.2);
    }

    private static int Cell => Geometry.Regions.First(r => r.Sampling == CaloSampling.Emb2).CellAt(0.51, 1.2);

    private static EventPicture OneCluster()
    {
        var cells = new CalorimeterEvent(Geometry) { Number = 3, Mu = 12.5, VertexCount = 9 };
        cells.Energy[Cell] = 45;
        FourVector momentum = FourVector.FromPtEtaPhiMass(40, 0.51, 1.2, 0);
        float[] noise = new float[Geometry.CellCount];
        Array.Fill(noise, 0.1f);
        return new()
        {
            Title = "made up, event 3",
            Event = cells,
            Noise = noise,
            Clusters = [new Cluster { Cells = [Cell], Weights = [1], Energy = 45, Momentum = momentum }],
            Jets = [new Jet(momentum, [0])],
        };
    }

    private static IEnumerable<XElement> Elements(EventPicture picture, string name, string kind) =>
        XDocument.Parse(EventSvg.Render(picture)).Descendants(Svg + name)
            .Where(element => (string?)element.Attribute("class") == kind);

    private static string[] Texts(EventPicture picture) =>
        [.. XDocument.Parse(EventSvg.Render(picture)).Descendants(Svg + "text").Select(text => text.Value)];

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
