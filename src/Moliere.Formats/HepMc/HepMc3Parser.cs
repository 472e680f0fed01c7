using System.Diagnostics.CodeAnalysis;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>Cuts the lines of a HepMC3 file into events; the first byte of a line tells what it is.</summary>
internal sealed class HepMc3Parser(LineReader lines)
{
    private readonly HepMc3Record _record = new(lines);
    private bool _inListing;
    private bool _sawListing;
    private bool _isEmpty; // No event yet in the open listing.
    private long _count;

    /// <summary>The next event, or false at the end of the listing.</summary>
    public bool TryRead([NotNullWhen(true)] out GeneratedEvent? generated)
    {
        generated = null;
        while (lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            bool isNext = line.Length > 0 && line[0] is (byte)'E' or (byte)'H';
            if (_record.IsOpen && isNext)
            {
                generated = _record.Close();
                return true;
            }

            lines.Skip();
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
            throw HepMc3Errors.MissingHeader(lines, line);
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
        if (header.StartsWith("Version"u8))
        {
            HepMc3Errors.RequireVersion3(lines, header);
        }
        else if (header.StartsWith("Asciiv3-START_EVENT_LISTING"u8))
        {
            (_inListing, _sawListing, _isEmpty) = (true, true, true);
        }
        else if (header.StartsWith("Asciiv3-END"u8))
        {
            _inListing = false;
        }
        else
        {
            throw HepMc3Errors.OtherFormat(lines, header);
        }
    }

    private void RequireListing()
    {
        if (!_sawListing)
        {
            throw HepMc3Errors.MissingHeader(lines, []);
        }

        if (_inListing && _isEmpty)
        {
            throw HepMc3Errors.NoEvent(lines);
        }
    }
}
