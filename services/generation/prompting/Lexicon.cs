namespace KreaPlatform.Prompting;

/// <summary>
/// What words decide. Used on prompts (what is said is not said again, and never contradicted) and on phrases (two that decide the same thing never
/// meet in one image; phrases of one concept are drawn far apart). Doubtful words are taken to decide: too little variation is better than a
/// contradiction.
/// </summary>
internal static class Lexicon
{
    private static readonly Concept[] Concepts =
    [
        Of("look", "vhs videotape camcorder screengrab"),
        Of("look", "film|analog|analogue|35mm|polaroid|kodak|grain|grainy|daguerreotype|foto|写真|照片"),
        Of("look", "photo photograph photography photorealistic photographie"),
        Of("look", "manga|screentone|halftone|comic|漫画"),
        Of("look", "anime|cartoon|toon|cel shaded"),
        Of("look", "pencil|graphite|charcoal|sketch|crayon|bleistift|lápiz|鉛筆|铅笔"),
        Of("look", "watercolor|watercolour|aquarelle|aquarell|acuarela|acquerello|gouache|水彩"),
        Of("look", "pixel|pixelated|8 bit|16 bit|voxel"),
        Of("look palette", "risograph|riso|two color|two colour|screen print|screenprint|duotone"),
        Of("look light", "neon"),
        Of("look", "oil paint|oil painting|oils|impasto|acrylic|óleo|ölgemälde|huile|油絵|油画"), Of("look", "chalk|blackboard|chalkboard"),
        Of("look palette", "blueprint|cyanotype|schematic"), Of("look", "flat|vector"), Of("look", "gradient|glossy|airbrush|airbrushed"),
        Of("look", "ink|inks|linocut|line art|lineart|woodcut|woodblock|engraving|etching|ukiyo e"),
        Of("look", "3d|render|rendering|cgi|low poly|claymation|clay|isometric"),
        Of("look", "painting|painted|paint|drawing|drawn|illustration|dessin|dibujo|zeichnung|gemälde|pintura|peinture"),
        Of("look", "poster|collage|mosaic|stained glass|embroidery|embroidered|tapestry|fresco|graffiti|origami|sculpture|papercut|sticker|logo|"
            + "impressionist|cubist|surrealist|baroque|art nouveau|art deco|bauhaus"),
        Of("palette", "monochrome|monochromatic|black and white|grayscale|greyscale|sepia"),
        Of("palette", "pastel|pastels"),
        Of("palette intensity", "muted|faded|desaturated|bleached|soft color"),
        Of("palette intensity", "vivid|vibrant|saturated|colorful|colourful|bold color|high contrast"),
        Of("palette", "warm"),
        Of("palette", "cold|cool"),
        Of("palette", "dark"),
        Of("palette", "color|colored|colour|coloured|palette|tones|hue|couleur|farbe|rainbow|multicolored"),
        .. ("red|crimson scarlet vermilion rojo rouge rot|orange|yellow|gold golden|green|teal|mint|blue|navy cobalt indigo|purple violet|"
            + "lilac lavender|pink|magenta|maroon|brown|cream beige|black|white|silver|turquoise cyan|grey gray|rust|ochre|azul bleu blau|"
            + "verde vert grün|rosa")
            .Split('|').Select(colors => Of("palette", colors)),
        Of("place", "beach|seaside|shore|coast"),
        Of("place", "forest|wood|woodland|jungle"),
        Of("place light", "night|moonlight|moonlit|midnight|nighttime|starry"),
        Of("place", "city|skyline|town|downtown|urban|alley|rooftop"),
        Of("place", "mountain|mountains|alps|ridge|canyon"),
        Of("place", "snow|winter|snowy|arctic|ice field"),
        Of("place", "desert|dune"),
        Of("place", "ocean|sea|underwater|lake|river|harbor|harbour"),
        Of("place", "space|stars|galaxy|planet|moon|mars|orbit"),
        Of("place light", "sunset|sunrise|golden hour|dawn|dusk|twilight"), Of("place", "meadow|grass|field|garden|park|greenhouse|moor|farm"),
        Of("place", "room|indoors|kitchen|bedroom|library|office|studio|cafe|diner|restaurant|museum|church|school|station|shop|bar|interior"),
        Of("place", "road|street|highway|bridge|sidewalk"),
        Of("place light", "rain|rainy|storm|fog|foggy|misty"),
        Of("place", "village|market|castle grounds|cave|island|swamp|background|backdrop|landscape|wall"),
        Of("light", "light|lit|lighting|backlight|backlit|shadow|sunlight|sunlit|candlelight|spotlight|glow|glowing|daylight|noon|midday|morning|"
            + "evening|overcast|haze|flash"),
        Of("complexity", "minimal|minimalist|simple|plain|sparse|empty|detailed|intricate|ornate|busy|crowded|complex|maximalist"),
        Of("movement", "still|calm|static|motionless|sleeping|resting|motion|moving|running|jumping|flying|dancing|dynamic|racing|falling|speed|"
            + "blur"),
    ];

    // "in a ...", "at the ..." say where, unless what follows is worn or a manner.
    private static readonly HashSet<string> Where = ["in", "inside", "at", "across", "through", "within", "beneath"];
    private static readonly HashSet<string> Articles = ["a", "an", "the", "some", "my", "his", "her", "their"];
    private static readonly HashSet<string> NotPlaces =
        ["hat", "cap", "coat", "dress", "suit", "scarf", "boots", "shirt", "jacket", "costume", "helmet", "crown", "style", "manner", "shape",
            "form", "uniform", "armor", "armour", "top", "hurry"];
    private static readonly HashSet<string> Generic =
    [
        "a", "an", "the", "and", "of", "in", "on", "at", "to", "with", "as", "by", "from", "under", "front", "among", "against", "above", "through",
        "for",
        "art", "print", "still", "old", "style", "design", "bold", "thick", "soft", "hand", "technical", "vintage", "sign", "tape",
        "color", "colors", "colour", "colours", "tones", "light", "lights", "painting", "paint", "drawing", "illustration", "photo", "scene", "two",
    ];

    /// <summary>What a text decides by words known here.</summary>
    internal static HashSet<string> Decisions(TextCues text) => [.. Concepts.Where(c => c.IsIn(text)).SelectMany(c => c.Decisions)];

    /// <summary>What makes two phrases alike: concepts by number, and words that are not everybody's.</summary>
    internal static HashSet<string> Families(string phrase)
    {
        var text = new TextCues(phrase);
        return [.. Enumerable.Range(0, Concepts.Length).Where(i => Concepts[i].IsIn(text)).Select(i => $"#{i}"), .. Distinctive(phrase)];
    }

    /// <summary>
    /// The words by which phrases of one axis give away a prompt that is about it. "Black ink" is a look, but "black" alone is a colour.
    /// </summary>
    internal static string[] CuesOf(IEnumerable<string> phrases, string decision) =>
    [
        .. phrases.SelectMany(Distinctive).Distinct()
            .Where(word => Decisions(new TextCues(word)) is var known && (known.Count == 0 || known.Contains(decision))),
    ];

    private static IEnumerable<string> Distinctive(string phrase) =>
        new TextCues(phrase).Words.Where(word => word.Length > 1 && !Generic.Contains(word));

    /// <summary>Whether words say where: "in a", "at the" and the like, before what is neither worn nor a manner.</summary>
    internal static bool NamesSomewhere(string[] words)
    {
        for (var i = 0; i + 2 < words.Length; i++)
            if (Where.Contains(words[i]) && Articles.Contains(words[i + 1]) && !words.Skip(i + 2).Take(3).Any(NotPlaces.Contains)) return true;
        return false;
    }

    // Cues apart by | where one has several words, else by spaces.
    private static Concept Of(string decisions, string cues) => new(decisions.Split(' '), cues.Split(cues.Contains('|') ? '|' : ' '));
}
