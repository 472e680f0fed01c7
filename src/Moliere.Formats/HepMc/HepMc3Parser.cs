using System.Diagnostics.CodeAnalysis;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>Cuts the lines of a HepMC3 file into events. Records are told apart by the first byte of their line.</summary>
internal sealed class HepMc3Parser(LineReader lines)
{
    private readonly HepMc3Record _record = new(lines);
    private bool _inListing;
    private bool _sawHeader;
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
            RefuseMissingHeader();
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
        else if (header.StartsWith("Asciiv3-START"u8))
        {
            _inListing = true;
            _sawHeader = true;
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

    private void RefuseMissingHeader()
    {
        if (!_sawHeader)
        {
            throw HepMc3Errors.MissingHeader(lines, []);
        }
    }
}
