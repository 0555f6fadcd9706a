using VietJapanTM.Training.Vocabulary;

// One verb for each kind of data that the program makes.
return args switch
{
    ["vocabulary", .. var rest] => VocabularyCommand.Run(rest, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: " + VocabularyCommand.Usage);
    return 2;
}
