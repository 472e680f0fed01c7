using Moliere.Data.Geometry;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector;

/// <summary>Parts of the default detector by the name of their sampling.</summary>
internal static class ToyDetector
{
    public static LayerDescription Layer(CaloSampling sampling, double absEta = 0) =>
        DetectorDescription.Default.Layers.First(
            layer => layer.Sampling == sampling && (absEta == 0 || layer.Covers(absEta)));

    public static CaloMedium Medium(CaloSampling sampling) => Layer(sampling).Medium;
}
