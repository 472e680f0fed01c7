using System.Runtime.InteropServices;
using Moliere.Formats.Bytes;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// Rows of features, targets and a weight behind each other, written once and then read in any order: in memory, or in
/// a file that is mapped and need not fit there.
/// </summary>
public abstract class RowMatrix : IDisposable
{
    private protected RowMatrix(int features, int targets) => (Features, Targets) = (features, targets);

    /// <summary>Number of features F.</summary>
    public int Features { get; }

    /// <summary>Number of targets that a training can choose from.</summary>
    public int Targets { get; }

    /// <summary>Number of rows N.</summary>
    public int RowCount { get; private set; }

    /// <summary>Numbers of a row: features, targets, weight.</summary>
    internal int Stride => Features + Targets + 1;

    /// <summary>Rows in memory.</summary>
    /// <param name="features">F, at least 1.</param>
    /// <param name="targets">Targets of a row, at least 1.</param>
    public static RowMatrix InMemory(int features, int targets) => new MemoryRows(features, targets);

    /// <summary>Rows in a scratch file.</summary>
    /// <param name="path">File to write or replace; its folder must exist. Removed when this is disposed of.</param>
    /// <param name="features">F, at least 1.</param>
    /// <param name="targets">Targets of a row, at least 1.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static RowMatrix OnDisk(string path, int features, int targets) => new DiskRows(path, features, targets);

    /// <summary>Adds rows; only before the first is read.</summary>
    /// <param name="rows">Row-major: features, targets and weight of each, all finite.</param>
    /// <exception cref="ArgumentException">Not whole rows, or a number is not finite.</exception>
    /// <exception cref="InvalidFileException">The disk does not take them.</exception>
    public void Append(ReadOnlySpan<float> rows)
    {
        int wrong = FirstNonFinite(rows);
        if (rows.Length % Stride != 0 || wrong >= 0)
        {
            throw new ArgumentException(wrong < 0
                ? $"{rows.Length} numbers are not whole rows of {Stride}."
                : $"Row {RowCount + (wrong / Stride)} holds {rows[wrong]} in column {wrong % Stride}; "
                + "remove such rows first.");
        }

        Write(rows);
        RowCount = checked(RowCount + (rows.Length / Stride));
    }

    /// <summary>The first rows with one of the targets, to train on or to judge by.</summary>
    /// <param name="target">In [0, <see cref="Targets"/>).</param>
    /// <param name="rows">How many; null for all.</param>
    public TrainingRows View(int target, int? rows = null) => new MatrixRows(this, target, rows ?? RowCount);

    /// <summary>Features, targets and weight of one row; valid until this is disposed of.</summary>
    /// <param name="row">In [0, <see cref="RowCount"/>).</param>
    public abstract ReadOnlySpan<float> this[int row] { get; }

    /// <inheritdoc/>
    public abstract void Dispose();

    private protected abstract void Write(ReadOnlySpan<float> rows);

    private static int FirstNonFinite(ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private sealed class MemoryRows(int features, int targets) : RowMatrix(features, targets)
    {
        private readonly List<float> _values = [];

        public override ReadOnlySpan<float> this[int row] =>
            CollectionsMarshal.AsSpan(_values).Slice(row * Stride, Stride);

        public override void Dispose()
        {
        }

        private protected override void Write(ReadOnlySpan<float> rows) => _values.AddRange(rows);
    }

    private sealed class DiskRows : RowMatrix
    {
        private readonly string _path;
        private readonly FileStream _file;
        private readonly Lazy<MappedFloats> _mapped;

        public DiskRows(string path, int features, int targets)
            : base(features, targets)
        {
            _path = path;
            try
            {
                _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw Refused(error);
            }

            _mapped = new(() =>
            {
                _file.Dispose();
                return new MappedFloats(_path, 0);
            });
        }

        public override ReadOnlySpan<float> this[int row] => _mapped.Value.Slice((long)row * Stride, Stride);

        public override void Dispose()
        {
            _file.Dispose();
            if (_mapped.IsValueCreated)
            {
                _mapped.Value.Dispose();
            }

            File.Delete(_path);
        }

        private protected override void Write(ReadOnlySpan<float> rows)
        {
            try
            {
                _file.Write(MemoryMarshal.AsBytes(rows));
            }
            catch (IOException error)
            {
                throw Refused(error);
            }
        }

        private InvalidFileException Refused(Exception error) => new(
            new(_path), $"a file that cannot be written ({error.Message.TrimEnd('.')})",
            "room for the features of all training rows", "check its permissions and the free space of the disk",
            error);
    }
}
