using System.Runtime.InteropServices;

namespace Moliere.Formats.Codecs;

/// <summary>A library of the system that packs and unpacks, looked for when it is first needed.</summary>
/// <param name="codec">What it packs, for the message when it is missing.</param>
/// <param name="package">The Debian package that brings it.</param>
/// <param name="names">File names on Linux, macOS and Windows; the first that loads is taken.</param>
internal sealed class NativeCodecLibrary(string codec, string package, params string[] names)
{
    private readonly Lazy<nint> _handle = new(() => Load(names));

    /// <summary>Whether the library is on this machine.</summary>
    public bool IsPresent => _handle.Value != 0;

    /// <summary>A function of the library.</summary>
    /// <typeparam name="T">Delegate with the parameters of the function in C.</typeparam>
    /// <param name="name">Exported name.</param>
    /// <exception cref="CodecException">The library is missing, or is too old to have the function.</exception>
    public T Function<T>(string name)
        where T : Delegate
    {
        if (!IsPresent)
        {
            throw new CodecException(
                $"bytes of {codec} without the library '{names[0]}' on this machine", "the library",
                $"install it (on Debian and Ubuntu: apt-get install {package})");
        }

        return NativeLibrary.TryGetExport(_handle.Value, name, out nint address)
            ? Marshal.GetDelegateForFunctionPointer<T>(address)
            : throw new CodecException(
                $"a library '{names[0]}' without the function {name}", "one that has it", $"update {package}");
    }

    private static nint Load(string[] names)
    {
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
