using System.Text.Json.Serialization;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// One step of the standard chain as it is applied; its numbers come from a derivation and go to a file.
/// </summary>
/// <source>Physics notes section 2.6; arXiv:2007.02645, section 5.1.</source>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "Step")]
[JsonDerivedType(typeof(PileupSubtraction), "pileup")]
[JsonDerivedType(typeof(McjesInversion), "mcjes")]
[JsonDerivedType(typeof(EtaCorrection), "eta")]
[JsonDerivedType(typeof(GlobalCorrection), "gsc")]
public abstract record JetStep
{
    private protected JetStep()
    {
    }

    /// <summary>Name of the method that ends with this step: "pileup", "mcjes", "eta" or "gsc".</summary>
    [JsonIgnore]
    public abstract string Method { get; }

    /// <summary>Changes the momenta of the jets in place.</summary>
    /// <param name="jets">Jets after the earlier steps.</param>
    internal abstract void Apply(JetMomenta jets);

    /// <summary>What is inconsistent in numbers that were read from a file; null if nothing is.</summary>
    internal abstract string? Defect();
}
