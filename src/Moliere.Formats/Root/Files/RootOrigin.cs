using Moliere.Formats.Bytes;

namespace Moliere.Formats.Root.Files;

/// <summary>Where the bytes of a record come from.</summary>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Start">Position in the file of the first byte, or of the packed payload.</param>
/// <param name="Inside">What the record is, such as <c>tree 'events' > branch 'pt' > basket 3</c>.</param>
internal sealed record RootOrigin(string File, long Start, string Inside)
{
    /// <summary>Whether the bytes were unpacked, so that positions in them are none of the file.</summary>
    public bool IsPacked { get; init; }

    /// <summary>A place inside the record, counted from its first byte.</summary>
    public FilePlace At(long position) => new(File)
    {
        Byte = IsPacked ? Start : Start + position,
        Inside = IsPacked ? $"{Inside}, unpacked byte {position}" : Inside,
    };

    /// <summary>The same place with one more step of the breadcrumb.</summary>
    public RootOrigin Within(string step) => this with { Inside = $"{Inside} > {step}" };
}
