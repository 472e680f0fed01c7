using System.Text;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>The sentences for what can be wrong with a HepMC3 file.</summary>
internal static class HepMc3Errors
{
    private const string Expected =
        "HepMC3 ASCII, which begins with 'HepMC::Version 3' and 'HepMC::Asciiv3-START_EVENT_LISTING'";

    private const string ConvertHepMc2 =
        "let the generator write HepMC3 (Asciiv3), or convert the file with HepMC3's convert_example "
        + "-i hepmc2 -o hepmc3";


    public static void RequireVersion3(LineReader lines, ReadOnlySpan<byte> header)
    {
        ReadOnlySpan<byte> version = header["Version".Length..].TrimStart((byte)' ');
        if (version.Length == 0 || version[0] != '3')
        {
            string remedy = version.StartsWith("2"u8) ? ConvertHepMc2 : "";
            throw new InvalidFileException(lines.Place(), $"HepMC version '{Text(version)}'", "version 3", remedy);
        }
    }

    public static InvalidFileException OtherFormat(LineReader lines, ReadOnlySpan<byte> header) => new(
        lines.Place(), $"'HepMC::{Text(header)}'", Expected, header.StartsWith("IO_GenEvent"u8) ? ConvertHepMc2 : "");

    public static InvalidFileException MissingHeader(LineReader lines, ReadOnlySpan<byte> line) => new(
        lines.Place(),
        line.Length == 0 ? "no event listing" : $"'{Text(line)}' outside an event listing",
        Expected);

    public static InvalidFileException UnknownRecord(
        LineReader lines, ReadOnlySpan<byte> line, bool inEvent, string inside) =>
        inEvent
            ? new(lines.Place(inside), $"'{Text(line)}'", "a line that begins with E, U, W, A, V or P")
            : new(lines.Place(), $"'{Text(line)}'", "an event (a line that begins with E)");

    public static InvalidFileException WrongCount(LineReader lines, long number, int seen, int announced) => new(
        lines.Place($"event {number}"),
        $"{seen} particles",
        $"{announced} as the event's first line announced",
        seen < announced ? "the file is truncated or two files were joined badly" : "");

    public static InvalidFileException NoEvent(LineReader lines) => new(
        lines.Place(), "the end of the file before the first event", "events or the end of the listing",
        "the file is truncated");

    public static InvalidFileException CutLine(LineReader lines, long number) => new(
        lines.Place($"event {number}"), "the end of the file within a line", "a whole event",
        "the file is truncated");

    public static InvalidFileException MissingUnits(LineReader lines, long number) => new(
        lines.Place($"event {number}"), "a particle before the units",
        "a line such as 'U GEV MM' at the start of the event");

    private static string Text(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetString(line[..Math.Min(line.Length, 60)]).Trim();
}
