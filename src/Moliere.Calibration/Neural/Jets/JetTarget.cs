namespace Moliere.Calibration.Neural.Jets;

/// <summary>What the outputs of a jet network speak of.</summary>
public enum JetTarget
{
    /// <summary>log10 of the response, starting over true transverse momentum: positive by construction.</summary>
    Response,

    /// <summary>
    /// log10 of the true transverse momentum [GeV], as a loss needs that learns the likelihood of what is seen under
    /// each true value and so does not depend on the spectrum. Its response is positive by construction too.
    /// </summary>
    TrueMomentum,
}
