namespace KreaPlatform.Prompting.Tests;

/// <summary>What a small bundle declares.</summary>
internal static class NanoVocabulary
{
    public static readonly PromptVocabulary Declared = PromptVocabulary.FromBundle(new Dictionary<string, string[]>
    {
        ["medium"] =
        [
            "vhs still", "vhs screengrab", "old vhs tape", "grainy film photo", "vintage film grain", "faded analog photo", "manga, screentone",
            "black and white manga",
            "comic halftone", "pencil sketch", "hand-drawn pencil drawing", "watercolor painting", "watercolor", "pixel art", "8-bit pixel art",
            "risograph print",
            "two-color screen print", "neon lights", "glowing neon sign", "oil painting", "thick oil paint", "chalk drawing",
            "chalk on a blackboard", "blueprint",
            "technical blueprint drawing",
        ],
        ["rendering"] =
        [
            "flat vector illustration", "flat design", "soft gradient illustration", "glossy illustration", "ink drawing", "linocut",
            "bold line art", "cartoon",
            "anime cartoon", "3d render", "claymation, 3d",
        ],
        ["palette"] =
        [
            "red and black", "teal and orange", "pink and blue", "yellow and purple", "green and cream", "orange and navy", "mint and maroon",
            "gold and black",
            "lilac and green", "blue and white", "warm colors", "cold colors", "muted colors", "vivid colors", "dark colors", "pastel colors",
        ],
        ["place"] =
        [
            "on the beach", "at the seaside", "in the forest", "in the woods", "at night", "under the night sky", "in the moonlight", "in the city",
            "in front of a skyline",
            "in the mountains", "in front of mountains", "in the snow", "in winter", "in the desert", "on the ocean", "at sea", "in space",
            "in outer space among stars",
            "at sunset", "at golden hour", "in a meadow", "on green grass", "in a room", "indoors", "on a road", "on the street", "in the rain",
            "on a rainy day",
        ],
    });
}
