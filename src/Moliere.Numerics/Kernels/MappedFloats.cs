using System.IO.MemoryMappedFiles;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// The floats of a file as spans, without reading it: the system brings in the pages that are looked at and drops them
/// when memory is scarce. Any number of threads may read. Little-endian machines only, as all that .NET runs on are.
/// </summary>
public sealed unsafe class MappedFloats : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly float* _first;

    /// <summary>Maps a file from a position to its end.</summary>
    /// <param name="path">A file that nobody writes while it is mapped, longer than <paramref name="start"/>.</param>
    /// <param name="start">Bytes before the first float; a multiple of 4.</param>
    /// <exception cref="IOException">The file cannot be opened or mapped.</exception>
    public MappedFloats(string path, long start)
    {
        long bytes = new FileInfo(path).Length - start;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes, nameof(path));
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        _first = (float*)(pointer + _view.PointerOffset + start);
        Length = bytes / sizeof(float);
    }

    /// <summary>Number of floats.</summary>
    public long Length { get; }

    /// <summary>Some of them; valid until <see cref="Dispose"/>.</summary>
    /// <param name="first">Index of the first.</param>
    /// <param name="count">How many; the range must lie in [0, <see cref="Length"/>].</param>
    public ReadOnlySpan<float> Slice(long first, int count) =>
        first >= 0 && count >= 0 && first <= Length - count ? new(_first + first, count)
            : throw new ArgumentOutOfRangeException(nameof(first), $"{first} + {count} of {Length} floats.");

    /// <summary>Unmaps the file; no span may be used after that.</summary>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
