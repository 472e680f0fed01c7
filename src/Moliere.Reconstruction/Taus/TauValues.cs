using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Taus;

/// <summary>The measured columns of one candidate.</summary>
internal static class TauValues
{
    /// <summary>Values in the order of <see cref="TauCandidate.Columns"/>; all finite.</summary>
    /// <param name="core">Clusters.</param>
    /// <param name="trackCount">Number of tracks, at least 1.</param>
    /// <param name="pions">Tracks and neutral pions.</param>
    /// <param name="neutralCount">Number of neutral pions.</param>
    /// <param name="photonCount">Maxima in the strips.</param>
    public static float[] Of(
        TauCone core, int trackCount, TauSubstructure pions, int neutralCount, int photonCount)
    {
        (FourVector sum, FourVector em, FourVector all) = (core.Sum, core.EmScale, pions.Sum);
        return
        [
            (float)sum.Pt, (float)sum.Eta, Wrapped(sum), (float)em.Pt, (float)all.Pt,
            (float)all.Eta, Wrapped(all), (float)pions.Asymmetry, (float)core.CenterLambda,
            (float)core.LogDensity, (float)core.SecondLambda, (float)core.Presampler, (float)core.EmProbability,
            trackCount, neutralCount, (float)pions.NeutralFraction, (float)Math.Max(0, all.Mass),
            (float)pions.NeutralMass, (float)pions.NeutralDistance, (float)(pions.TrackPt / em.Pt),
            (float)core.EmFraction, photonCount, (float)core.Width,
        ];
    }

    private static float Wrapped(FourVector momentum) => (float)EtaPhi.WrapPhi(momentum.Phi);
}
