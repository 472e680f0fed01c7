namespace Moliere.Formats.Onnx;

/// <summary>Type of the elements of a tensor; the numbers are those of the standard.</summary>
public enum OnnxType
{
    /// <summary>Not stated.</summary>
    Undefined = 0,

    /// <summary>Single precision.</summary>
    Float = 1,

    /// <summary>Whole numbers of 32 bits: lengths of sequences as recurrent operators take them.</summary>
    Int32 = 6,

    /// <summary>Whole numbers of 64 bits: indices, axes, lengths.</summary>
    Int64 = 7,

    /// <summary>Truth values.</summary>
    Boolean = 9,

    /// <summary>Double precision.</summary>
    Double = 11,
}
