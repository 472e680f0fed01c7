using Moliere.Learning.Files;

namespace Moliere.Learning.Training;

/// <summary>
/// The file from which an interrupted training goes on to the same bits: fingerprint of the set-up, then the complete
/// state after the last completed epoch.
/// </summary>
internal static class Checkpoint
{
    private const string Magic = "MOLCKPT2";
    private const string Remedy = "delete it to train from the start";

    /// <summary>Writes the state atomically.</summary>
    public static void Write(string path, byte[] fingerprint, TrainingState state) =>
        SealedFile.Write(path, Magic, writer =>
        {
            writer.Write(fingerprint);
            state.Write(writer);
        });

    /// <summary>Replaces the state by the one in the file.</summary>
    /// <exception cref="Formats.Bytes.InvalidFileException">Broken file, or a checkpoint of another set-up.</exception>
    public static void Read(string path, byte[] fingerprint, TrainingState state) =>
        SealedFile.Read(path, Magic, "checkpoint", Remedy, reader =>
        {
            if (!reader.ReadBytes(fingerprint.Length).AsSpan().SequenceEqual(fingerprint))
            {
                const string found = "one made with other options, data, network or seed than this training";
                throw SealedFile.Broken(path, "checkpoint", found, Remedy);
            }

            state.Read(reader);
            return true;
        });
}
