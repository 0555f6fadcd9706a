using VietJapanTM.Training.Lexicon;
using VietJapanTM.Training.Vocabulary;

// One verb for each kind of data that the program makes.
return args switch
{
    ["lexicon", .. var rest] => LexiconCommand.Run(rest, Console.Out, Console.Error),
    ["vocabulary", .. var rest] => VocabularyCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: " + LexiconCommand.Usage);
    Console.Error.WriteLine("       " + VocabularyCommand.Usage);
    return 2;
}
