namespace Moliere.Formats.Events;

/// <summary>Formats of generator events that are recognised by their content.</summary>
public enum EventFileKind
{
    /// <summary>HepMC2 ASCII ("IO_GenEvent").</summary>
    HepMc2,

    /// <summary>HepMC3 ASCII ("Asciiv3").</summary>
    HepMc3,

    /// <summary>Text blocks of stable particles, see <see cref="ParticleTextReader"/>.</summary>
    ParticleText,

    /// <summary>Les Houches hard events: partons that must be showered before a detector can see them.</summary>
    LesHouches,
}
