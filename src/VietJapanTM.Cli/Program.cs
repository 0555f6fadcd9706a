using VietJapanTM.Cli.Commands;
using VietJapanTM.Cli.Console;

System.Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandRunner.InvokeAsync(CommandTree.Create(), args).ConfigureAwait(false);
