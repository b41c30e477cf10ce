using KreaPlatform.Diffusion.Inference;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>How a bundle turns style sources into what its transformer takes; one implementation a <see cref="Bundles.ReferenceKind"/>.</summary>
internal interface ISourceEncoder
{
    /// <summary>Encodes a source; its images' encodings are cached by content.</summary>
    /// <param name="source">The source; its influence is not 0.</param>
    /// <param name="index">Its place among the request's sources.</param>
    /// <param name="place">1-based place of its first image where references have places.</param>
    /// <param name="clock">Adds up the time in ONNX Runtime.</param>
    PreparedSource Encode(StyleSource source, int index, int place, RunClock clock);
}
