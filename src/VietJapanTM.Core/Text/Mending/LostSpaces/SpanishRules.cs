namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>Spanish: contracted articles, compounds, enclitic pronouns.</summary>
internal static class SpanishRules
{
    /// <summary>The rules.</summary>
    public static MendingRules Rules { get; } = new()
    {
        FunctionWords = new WordSet(
            "a al ante bajo con contra de del desde durante e el ella ellas ello ellos en entre es esa esas ese eso esos esta está "
            + "están estas este esto estos fue ha han hacia hasta la las le les lo los más me mi mis muy ni no nos o os otra otras "
            + "otro otros para pero por que qué se según ser si sí sin sobre son su sus también te todo toda todos todas tras tu tus "
            + "u un una unas uno unos y ya como cuando donde cada"),
        Prefixes = new WordSet(
            "abre aero agro anti archi arqui audio auto bi bio carbo cardio cata centi cerebro ciber co corta crono cuasi cyber des "
            + "eco electro equi euro ex exo extra filo fono foto gastro geo giga guarda hecto hemi hemo hepato hidro hiper homo icono ideo "
            + "infra inmuno inter intra iso kilo lava limpia lito logo macro magneto mata media medio mega meso meta micro mili mini "
            + "mono morfo multi nano narco necro nefro neo neumo nitro non omni orto oxi paleo pan para pasa per peri petro pico pluri "
            + "poli poliester porta pos post pre pro proto pseudo psico quimio quita radio re retro rompe saca salva semi servo seudo "
            + "sico sin socio sub super supra tardo tecno tele termo tetra tira toca topo topo tour tra trans tras tri turbo turismo "
            + "ultra uni vice video vídeo"),
        PrepositionPrefixes = new WordSet("a ante bajo contra de entre in para sobre tras"),
        Endings = new WordSet("mente s ales idad ismo cito citos miento mientos"),
        EndingsAfterConsonant = new WordSet("es"),
        Clitics = new WordSet("lo los la las le les se me te nos os"),
        FirstClitics = ["me", "te", "se", "nos", "os"],
        LastClitics = new WordSet("lo la los las le les"),
        CliticHosts = ["ar", "er", "ir", "ír", "arse", "erse", "irse", "ando", "endo", "indo", "ándo", "éndo", "índo", "á", "é", "í", "íe", "íen", "úe", "úen"],
        VowelConjunctions = [("e", 'i'), ("u", 'o')],
        NameEndings = new WordSet("es os as uno una me se te son ella ni ya"),
        NumberlessEndings = ["aron", "eron", "aba", "aban", "ía", "ían", "ó", "ará", "arán", "erá", "erán", "irá", "irán", "ando", "iendo"],
        NumberEndings = new WordSet("os as es me a o to in th"),
    };
}
