namespace KreaPlatform.Prompting;

/// <summary>How far the images of a job may wander from a plain reading of their prompt.</summary>
public enum Creativity
{
    /// <summary>Not at all: every image has the prompt as it was written, byte for byte.</summary>
    Raw,

    /// <summary>One axis an image, never how it is made: palette, place or light in turn.</summary>
    Low,

    /// <summary>How it is made, and one more axis.</summary>
    Medium,

    /// <summary>Every axis that the prompt leaves open.</summary>
    High,
}
