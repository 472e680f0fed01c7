namespace Moliere.Tagging.Inference;

/// <summary>What the counts of the synthetic mixture depend on; the order is that of every slope.</summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, section 5.1.</source>
public enum InferenceParameter
{
    /// <summary>Expected signal events s, the parameter of interest; 50.</summary>
    Signal,

    /// <summary>Shift r of the background along x0; 0.</summary>
    Shift,

    /// <summary>Rate lambda of the background's exponential in x2; 3.</summary>
    Rate,

    /// <summary>Expected background events b; 1000.</summary>
    Background,
}
