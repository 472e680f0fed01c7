namespace Moliere.Calibration.InSitu;

/// <summary>Columns of what the loss knows about a jet and the network does not.</summary>
internal static class JetContext
{
    /// <summary>Mean output of the starting network.</summary>
    public const int StartMean = 0;

    /// <summary>ln of the momentum of the starting calibration.</summary>
    public const int StartLogPt = 1;

    /// <summary>ln of the initial momentum, with which predicted ones are compared.</summary>
    public const int InitialLogPt = 2;

    /// <summary>ln of the average initial momentum of the event, in which bins are frozen.</summary>
    public const int LogAverage = 3;

    /// <summary>Bin of the constraint.</summary>
    public const int ScaleBin = 4;

    /// <summary>Bin of the width.</summary>
    public const int WidthBin = 5;

    /// <summary>Weight of the event.</summary>
    public const int Weight = 6;

    /// <summary>ln of the true momentum; 0 where it is not known.</summary>
    public const int TruthLogPt = 7;

    /// <summary>Number of columns.</summary>
    public const int Width = 8;
}
