namespace Moliere.Calibration.Neural.Jets;

/// <summary>What a jet network looks at.</summary>
public enum JetNetworkKind
{
    /// <summary>The global variables and kinematics of the jet: a dense network.</summary>
    Globals,
}
