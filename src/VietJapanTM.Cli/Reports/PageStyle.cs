namespace VietJapanTM.Cli.Reports;

/// <summary>How the page of alignments looks: on wide and narrow screens, light and dark, and on paper.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 4rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; overflow-wrap: anywhere; } h2 + p { margin-top: 0; }
        section { content-visibility: auto; contain-intrinsic-size: auto 20rem; } a { color: LinkText; } code { font-size: .9em; overflow-wrap: anywhere; }
        .index { table-layout: auto; } .index td, .index th { padding: .2rem .6rem; } .index .c { width: auto; } .gap td { padding: 0 .6rem; color: #888; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        td, th { padding: .35rem .6rem; vertical-align: top; text-align: start; overflow-wrap: anywhere; }
        tbody tr { border-top: 1px solid #8884; }
        .n { width: 3.2rem; } .c { width: 6.5rem; text-align: end; font-variant-numeric: tabular-nums; }
        .segment + .segment { border-top: 1px dotted #8888; margin-top: .25rem; padding-top: .25rem; }
        .none { color: #888; } summary { cursor: pointer; font-weight: 600; padding: .4rem 0; }
        tr.b0 { background: #e5484d55; } tr.b1 { background: #f76b1550; } tr.b2 { background: #ffc53d4d; } tr.b3 { background: #9bd45533; } tr.b4 { background: #30a46c1f; }
        .disputed { font-size: .8rem; font-weight: 600; }
        .key { line-height: 2; } .key span { padding: .1rem .5rem; border-radius: .3rem; margin-inline-end: .3rem; display: inline-block; line-height: 1.4; }
        span.b0 { background: #e5484d55; } span.b1 { background: #f76b1550; } span.b2 { background: #ffc53d4d; } span.b3 { background: #9bd45533; } span.b4 { background: #30a46c1f; }
        @media (max-width: 40rem) {
          body { padding: 1rem .75rem 3rem; } thead { display: none; } table, tbody { display: block; }
          tbody tr { display: grid; grid-template-columns: 1fr auto; } td:nth-child(2), td:nth-child(3) { grid-column: 1 / -1; grid-row: auto; }
          .index thead { display: table-header-group; } .index { display: table; } .index tbody { display: table-row-group; } .index tbody tr { display: table-row; } .index td, .index th { padding: .2rem .3rem; } .index td:nth-child(3) { border-top: 0; }
          td.n { width: auto; font-weight: 600; } td.c { width: auto; grid-row: 1; grid-column: 2; } td:nth-child(3) { border-top: 1px solid #8884; }
        }
        @media print { details:not([open]) > *:not(summary) { display: block; } }
        """;
}
