using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>An order of tracks that does not depend on the order they come in.</summary>
internal static class TrackOrder
{
    /// <summary>By falling transverse momentum; equals by eta, azimuth and place.</summary>
    public static int HardestFirst(Track a, Track b)
    {
        int order = b.Pt.CompareTo(a.Pt);
        order = order != 0 ? order : a.Eta.CompareTo(b.Eta);
        order = order != 0 ? order : a.Phi.CompareTo(b.Phi);
        return order != 0 ? order : a.Z0.CompareTo(b.Z0);
    }
}
