namespace KreaPlatform.Contracts.Bus;

/// <summary>Command to the workers (<see cref="QueueNames.Describe"/>): say what a stored image looks like. Answered by <see cref="ImageDescribed"/>, from a cache when the content was described before.</summary>
public sealed record DescribeImage
{
    /// <summary>Content address of the image's bytes.</summary>
    public required string Blob { get; init; }
}
