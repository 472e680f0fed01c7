using System.Text;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>The sentences for what can be wrong with a HepMC file.</summary>
internal static class HepMcErrors
{
    public static void RequireVersion(LineReader lines, ReadOnlySpan<byte> header, int expected)
    {
        ReadOnlySpan<byte> version = header["Version".Length..].TrimStart((byte)' ');
        bool isLegacyIn3 = expected == 2 && version.StartsWith("3"u8); // HepMC3 can write the old format
        if (!isLegacyIn3 && (version.Length == 0 || version[0] != '0' + expected))
        {
            throw new InvalidFileException(
                lines.Place(), $"HepMC version '{Text(version)}'", $"version {expected}", Remedy(version));
        }
    }

    public static InvalidFileException OtherFormat(LineReader lines, ReadOnlySpan<byte> header, int version) => new(
        lines.Place(), $"'HepMC::{Text(header)}'", Expected(version));

    public static InvalidFileException MissingHeader(LineReader lines, ReadOnlySpan<byte> line, int version) => new(
        lines.Place(),
        line.Length == 0 ? "no event listing" : $"'{Text(line)}' outside an event listing",
        Expected(version));

    public static InvalidFileException UnknownRecord(
        LineReader lines, ReadOnlySpan<byte> line, bool inEvent, string inside) =>
        inEvent
            ? new(lines.Place(inside), $"'{Text(line)}'", "a line that begins with E, U, W, A, V or P")
            : new(lines.Place(), $"'{Text(line)}'", "an event (a line that begins with E)");

    public static InvalidFileException WrongCount(LineReader lines, long number, int seen, int announced) => new(
        lines.Place($"event {number}"),
        $"{seen} particles",
        $"{announced} as the event's first line announced",
        Joined(seen, announced));

    public static InvalidFileException WrongVertices(LineReader lines, long number, int seen, int announced) => new(
        lines.Place($"event {number}"),
        $"{seen} vertices",
        $"{announced} as the event's first line announced",
        Joined(seen, announced));

    public static InvalidFileException ShortVertex(LineReader lines, string inside, int missing) => new(
        lines.Place(inside), "the end of a vertex", $"{missing} more particles as its line announced",
        "the file is truncated or two files were joined badly");

    public static InvalidFileException StrayParticle(LineReader lines, string inside) => new(
        lines.Place(inside), "a particle that its vertex did not announce", "a vertex or the next event");

    public static InvalidFileException UnknownParticle(LineReader lines, string inside, int particle, int count) => new(
        lines.Place(inside), $"{particle} as a particle that decays", $"one of the {count} of the event");

    public static InvalidFileException NoEvent(LineReader lines) => new(
        lines.Place(), "the end of the file before the first event", "events or the end of the listing",
        "the file is truncated");

    public static InvalidFileException CutLine(LineReader lines, long number) => new(
        lines.Place($"event {number}"), "the end of the file within a line", "a whole event",
        "the file is truncated");

    public static InvalidFileException MissingUnits(LineReader lines, long number) => new(
        lines.Place($"event {number}"), "a particle before the units",
        "a line such as 'U GEV MM' at the start of the event");

    private static string Expected(int version) => version == 2
        ? "HepMC2 ASCII, which begins with 'HepMC::Version 2' and 'HepMC::IO_GenEvent-START_EVENT_LISTING'"
        : "HepMC3 ASCII, which begins with 'HepMC::Version 3' and 'HepMC::Asciiv3-START_EVENT_LISTING'";

    private static string Remedy(ReadOnlySpan<byte> version) =>
        version.StartsWith("2"u8) || version.StartsWith("3"u8)
            ? $"it is a file for HepMc{(char)version[0]}Reader"
            : "";

    private static string Joined(int seen, int announced) =>
        seen < announced ? "the file is truncated or two files were joined badly" : "";

    private static string Text(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetString(line[..Math.Min(line.Length, 60)]).Trim();
}
