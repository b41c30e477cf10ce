namespace KreaPlatform.Gateway.Moderation;

/// <summary>
/// The lists that ship: small, about what is asked for and not about rude words, in the languages most prompts come in (English, Spanish, French,
/// German, Portuguese, Italian, Russian, Chinese, Japanese). Art that shows the human body, history and medicine pass.
/// </summary>
internal static class ModerationLists
{
    /// <summary>Refused terms.</summary>
    internal static IEnumerable<ModerationTerm> Refused { get; } =
    [
        .. Terms(ModerationCategory.Sexual, "porn*|hentai|nsfw|sex scene|sex act|having sex|sexual intercourse|blowjob|orgasm|masturbat*|nude|"
            + "nudity|naked|topless|undressing|"
            + "erotic|erotica|genitals|desnuda|desnudo|desnudas|femme nue|fille nue|corps nu|nackt*|mulher nua|garota nua|donna nuda|ragazza nuda|"
            + "голая|голый|порно*|"
            + "裸体|色情|裸女|ヌード|エロ|ポルノ|全裸"),
        .. Terms(ModerationCategory.Violence, "gore|gory|dismember*|decapitat*|beheading|beheaded|disembowel*|mutilated corpse|mutilated body|"
            + "snuff film|torture scene|graphic violence|"
            + "decapitación|décapitation|enthauptung|decapitação|decapitazione|обезглавливание|расчлен*|斩首|肢解|斬首"),
        .. Terms(ModerationCategory.Hate, "heil hitler|white power|white supremacy|gas the jews|ethnic cleansing is good|ku klux klan rally|"
            + "nazi propaganda|sieg heil|subhuman race|"
            + "propaganda nazi|propagande nazie|nazipropaganda"),
        .. Terms(ModerationCategory.SelfHarm, "suicide|suicidal|self harm|selfharm|cutting herself|cutting himself|hanging herself|"
            + "hanging himself|suicidio|suicídio|selbstmord|самоубийство|自杀|自殺"),
    ];

    /// <summary>Words for minors: with a sexual term anywhere in the prompt they are the gravest category.</summary>
    internal static IEnumerable<string> Minors { get; } = Split(

        "child|children|kid|minor|toddler|baby|infant|teen|teenage|teenager|underage|preteen|schoolgirl|schoolboy|little girl|little boy|"
            + "young girl|young boy|loli*|shota*|"
        + "niña|niño|menor de edad|enfant|fillette|minderjährig*|criança|menina|bambina|bambino|девочка|ребенок|мальчик|儿童|小女孩|幼女|少女|小学生|子供|ロリ");

    /// <summary>Terms that are refused by themselves as the gravest category.</summary>
    internal static IEnumerable<string> SexualMinors { get; } =
        Split("loli hentai|lolicon|shotacon|child porn*|jailbait|nacktes kind|nackte kinder|ロリコン");

    /// <summary>Harmless phrases that hold a refused term.</summary>
    internal static IEnumerable<string> Allowed { get; } = Split(

        "nude mouse|nude lipstick|nude color|nude colour|nude color palette|nude tones|nude heels|nude makeup|nude shade|naked mole rat|"
            + "naked neck chicken|naked eye|naked cake|"
        + "naked lady lily|naked bike|suicide squad|suicide prevention|suicide awareness|anti suicide|al gore|gore tex|gore vidal|not nude|"
        + "not naked|no nudity|"
        + "baby blue|baby pink|baby grand|kid gloves|minor key");

    /// <summary>Splits a list at its bars.</summary>
    internal static string[] Split(string terms) => terms.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<ModerationTerm> Terms(ModerationCategory category, string terms) =>
        Split(terms).Select(text => new ModerationTerm(category, text));
}
