namespace Moliere.Formats.Root.Objects;

/// <summary>Numbers by which streamer information names kinds of members.</summary>
/// <source>ROOT, TVirtualStreamerInfo::EReadWrite.</source>
internal static class StreamerCode
{
    public const int BaseClass = 0;
    public const int Counter = 6;
    public const int CharStar = 7;
    public const int Bits = 15;

    /// <summary>Added for an array of fixed length.</summary>
    public const int FixedArray = 20;

    /// <summary>Added for a pointer with a counter.</summary>
    public const int CountedArray = 40;

    public const int Object = 61;
    public const int AnyClass = 62;
    public const int ObjectNeverNull = 63;
    public const int ObjectPointer = 64;
    public const int Text = 65;
    public const int TObject = 66;
    public const int TNamed = 67;
    public const int AnyNeverNull = 68;
    public const int AnyPointer = 69;
    public const int AnyPointerNoVirtual = 70;
    public const int CollectionPointer = 71;
    public const int Collection = 300;
    public const int StandardText = 365;
    public const int OwnStreamer = 500;
    public const int Loop = 501;

    /// <summary>Whether it is a number, alone or in arrays.</summary>
    public static bool IsNumeric(int code) => code is > 0 and < 60 && code % 20 is not (0 or CharStar);
}
