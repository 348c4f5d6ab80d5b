/** The page's look. System fonts; every pair of colours has a contrast of at least 4.5 in both schemes (WCAG 2.2 AA). */
export const style = `
:root{color-scheme:light dark;--ink:light-dark(#1b2330,#e6eaf0);--soft:light-dark(#525d6d,#a5b0c0);--paper:light-dark(#f6f7f9,#12161d);--card:light-dark(#fff,#1a2029);
--edge:light-dark(#d5dae2,#323b49);--blue:light-dark(#0b57b8,#86b8ff);--green:light-dark(#0a6640,#6cd8a3);--red:light-dark(#a51d2d,#ff9a9f);--gold:light-dark(#7a4b00,#f0c069);
--add:light-dark(#e4f6ea,#143524);--del:light-dark(#fdeaec,#421c22);--code:light-dark(#eef1f5,#222a35)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.65 system-ui,"Hiragino Sans","Noto Sans CJK JP","Yu Gothic UI",sans-serif}
h1{font-size:2rem;line-height:1.2;margin:.3rem 0}h2{font-size:1.35rem;margin:2.5rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--edge);scroll-margin-top:1rem}
h3{font-size:1.1rem;margin:1.2rem 0 .4rem}h4{font-size:1rem;margin:1rem 0 .3rem}
main,header{overflow-wrap:anywhere}a{color:var(--blue)}a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
code,pre{font:.88em/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK JP",monospace}code{background:var(--code);padding:.1em .3em;border-radius:4px;overflow-wrap:anywhere}
pre{background:var(--code);padding:.8rem 1rem;border-radius:8px;overflow-x:auto}pre code{background:none;padding:0;overflow-wrap:normal}
.lead{font-size:1.15rem;margin:0}.read{color:var(--soft);margin:.2rem 0}
.outcome{display:inline-block;margin:0;padding:.15rem .7rem;border-radius:99px;border:1px solid currentcolor;font-weight:600;color:var(--green)}.outcome.ask,.outcome.unknown{color:var(--gold)}.outcome.nothing{color:var(--blue)}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:1.2rem 0 0}
.map{margin:0;overflow-x:auto}.map svg{width:100%;min-width:40rem;height:auto;max-height:44rem}.map figcaption{color:var(--soft)}
.box rect{fill:var(--card);stroke:var(--edge);stroke-width:1.5}.box.target rect{stroke:var(--green)}.box.app rect{stroke:var(--blue)}.box.none rect{stroke-dasharray:5 4}
.box .above{fill:var(--soft);font-size:11.5px}.box .name{fill:var(--ink);font-size:14px;font-weight:600}.line{fill:none;stroke:var(--edge);stroke-width:2}
.card{background:var(--card);border:1px solid var(--edge);border-radius:12px;padding:.4rem 1.25rem 1.1rem;margin:0 0 1rem}
.goes{display:inline-block;margin:.1rem 0;font-weight:600;color:var(--green)}.goes.none{color:var(--gold)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.5rem 1.5rem;margin:1rem 0}.facts dt{color:var(--soft);font-size:.88rem}.facts dd{margin:0}
details{margin:.7rem 0}summary{cursor:pointer;font-weight:600}
.scroll{overflow-x:auto}table.plain{border-collapse:collapse;width:100%;margin:.5rem 0}.plain th,.plain td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--edge)}.plain td:nth-child(2){width:34%}.plain th{color:var(--soft);font-weight:600}
.path{display:flex;flex-wrap:wrap;gap:.8rem 0;list-style:none;padding:0;margin:.5rem 0 1.2rem}.path li{display:flex;align-items:center}
.path span{background:var(--card);border:1.5px solid var(--blue);border-radius:10px;padding:.5rem .9rem}.path li:last-child span{border-color:var(--green)}
.path li:not(:last-child)::after{content:"";width:1.6rem;height:0;margin:0 .35rem;border-top:2px solid var(--soft);clip-path:none}
ol,ul{padding-inline-start:1.6rem}ol>li,ul>li{margin:.35rem 0}
.file{background:var(--card);border:1px solid var(--edge);border-radius:10px;overflow:hidden}.file summary{padding:.6rem 1rem;font-weight:400}.file[open] summary{border-bottom:1px solid var(--edge)}
.purpose{color:var(--soft)}.tag{font-size:.8rem;border:1px solid currentcolor;border-radius:99px;padding:0 .5rem}.tag.create,.plus{color:var(--green)}.tag.update{color:var(--gold)}.tag.delete,.minus{color:var(--red)}
.code{overflow-x:auto;max-height:40rem}.code table{border-collapse:collapse;min-width:100%;font:.82rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK JP",monospace}
.code td{padding:0 .5rem;white-space:pre;vertical-align:top}.code .n{color:var(--soft);text-align:right;user-select:none;width:1%}.code .s{user-select:none;width:1%;padding:0}.code .l{width:98%}
.changed .add{background:var(--add)}.changed .del{background:var(--del)}.gap td{color:var(--soft);text-align:center}
.hljs-comment,.hljs-meta{color:var(--soft)}.hljs-attr,.hljs-keyword,.hljs-built_in,.hljs-section{color:var(--blue)}.hljs-string,.hljs-symbol,.hljs-bullet{color:var(--green)}.hljs-number,.hljs-literal,.hljs-variable,.hljs-subst,.hljs-title{color:var(--gold)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.button{display:inline-block;background:var(--blue);color:var(--paper);font-weight:600;text-decoration:none;border-radius:8px;padding:.6rem 1.2rem}
button.button{border:0;font:inherit;font-weight:600;cursor:pointer}.entries input:not([type=checkbox]){width:min(30rem,100%);font:inherit;padding:.4rem .6rem;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:8px}
@media print{nav{display:none}.code{max-height:none}body{background:none}}
`
