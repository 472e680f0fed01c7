using System.Diagnostics.CodeAnalysis;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>Cuts the lines of a HepMC file into events; the first byte of a line tells what it is.</summary>
internal sealed class HepMcParser
{
    private readonly LineReader _lines;
    private readonly int _version;
    private readonly HepMcRecord _record;
    private bool _inListing;
    private bool _sawListing;
    private bool _isEmpty; // No event yet in the open listing.
    private long _count;

    private HepMcParser(LineReader lines, int version)
    {
        (_lines, _version) = (lines, version);
        _record = version == 2 ? new HepMc2Record(lines) : new HepMc3Record(lines);
    }

    /// <summary>The events of a file of one version of the format, 2 or 3.</summary>
    public static IEnumerable<GeneratedEvent> Read(string path, int version)
    {
        using LineReader lines = LineReader.Open(path);
        var parser = new HepMcParser(lines, version);
        while (parser.TryRead(out GeneratedEvent? generated))
        {
            yield return generated;
        }
    }

    // The next event, or false at the end of the listing.
    private bool TryRead([NotNullWhen(true)] out GeneratedEvent? generated)
    {
        generated = null;
        while (_lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            if (_record.IsOpen && (line.StartsWith("E "u8) || line.StartsWith("HepMC"u8)))
            {
                generated = _record.Close();
                return true;
            }

            _lines.Skip();
            Consume(line);
        }

        if (!_record.IsOpen)
        {
            RequireListing();
            return false;
        }

        _record.RequireWholeLastLine();
        generated = _record.Close();
        return true;
    }

    private void Consume(ReadOnlySpan<byte> line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (line.StartsWith("HepMC::"u8))
        {
            ReadHeader(line["HepMC::".Length..]);
        }
        else if (!_inListing)
        {
            throw HepMcErrors.MissingHeader(_lines, line, _version);
        }
        else if (line[0] == 'E')
        {
            _isEmpty = false;
            _record.Begin(line, _count++);
        }
        else
        {
            _record.Add(line);
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> header)
    {
        ReadOnlySpan<byte> name = _version == 2 ? "IO_GenEvent"u8 : "Asciiv3"u8;
        if (header.StartsWith("Version"u8))
        {
            HepMcErrors.RequireVersion(_lines, header, _version);
        }
        else if (header.StartsWith(name) && header[name.Length..].StartsWith("-START_EVENT_LISTING"u8))
        {
            (_inListing, _sawListing, _isEmpty) = (true, true, true);
        }
        else if (header.StartsWith(name) && header[name.Length..].StartsWith("-END"u8))
        {
            _inListing = false;
        }
        else
        {
            throw HepMcErrors.OtherFormat(_lines, header, _version);
        }
    }

    private void RequireListing()
    {
        if (!_sawListing)
        {
            throw HepMcErrors.MissingHeader(_lines, [], _version);
        }

        if (_inListing && _isEmpty)
        {
            throw HepMcErrors.NoEvent(_lines);
        }
    }
}
