namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>English: compounds and derivations are long and open, so that prefixes and endings weigh much.</summary>
internal static class EnglishRules
{
    /// <summary>The rules.</summary>
    public static MendingRules Rules { get; } = new()
    {
        FunctionWords = new WordSet(
            "a an the of to in on at by for from with and or but not is are was were be been has have had it its he she they we you i "
            + "his her their our your my this that these those as if so than then no do does did will would can could may who which "
            + "what when where there into out up over all"),
        Prefixes = new WordSet(
            "anti auto be bi bio co counter cross cyber de di dis down eco electro em en ex extra fore geo hand heart home hydro hyper "
            + "il im in inter ir kilo life macro mega meta micro mid mini mis mono multi nano neo non off on out over para per photo "
            + "poly post pre pro proto pseudo psycho quasi re semi side socio step sub super sur tele thermo trans tri ultra un under "
            + "uni up water well"),
        Endings = new WordSet("s es ed er ing ly able ably ment ness less like man men ward wards wise ism ist ish ion ship hood full"),
        Contractions = ["ll", "re", "ve", "d", "m", "s", "t"],
        NameEndings = new WordSet("an is in on as at by all to do the her no so"),
        NumberEndings = new WordSet("th st nd rd s a i in on at am pm to"),
        CompoundShare = -1,
        SeenPairPenalty = -3,
        CompoundEndings = new WordSet("bar board building holder keeper keeping mail maker making name page scrolling sharing time work worker"),
    };
}
