import { PRINT_STYLE } from './style-print.ts'

const COLOURS = `
:root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--ink:#24201b;--soft:#6b6258;--line:#e5dfd4;--accent:#a12a1f;
--h0:#f3efe8;--h1:#f8e2d0;--h2:#f0c19f;--h3:#e2946b;--h4:#b8522f;--h5:#8f281c;--on:#fff;--off:#ece7dd;
--fine:#2f6b47;--warn:#8a5a00;--bad:#a12a1f;--rest:#2f6b47;--duty:#31598c;--move:#2d4a9e;--focus:#1c5fd0}
@media (prefers-color-scheme:dark){:root{--paper:#171512;--card:#201d19;--ink:#ebe5db;--soft:#a79e92;--line:#38322b;--accent:#f0907c;
--h0:#26221e;--h1:#43291f;--h2:#6b3c2a;--h3:#9a5238;--h4:#cd714e;--h5:#f7a381;--on:#1a120e;--off:#2d2924;
--fine:#86c79f;--warn:#e0b35c;--bad:#f0907c;--rest:#86c79f;--duty:#92b7e8;--move:#9fb4ff;--focus:#8db8ff}}`

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:3.4rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.top,nav,main{max-width:1328px;margin:0 auto;padding:0 24px}
h1,h2,h3,p,dl,dd,ul,ol{margin:0}ul,ol{padding:0;list-style:none}
h1,h2{font-family:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,Georgia,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",serif;font-weight:600}
h1{font-size:clamp(1.65rem,1.1rem + 2.2vw,2.6rem);line-height:1.25;letter-spacing:.02em}
h2{font-size:1.35rem;line-height:1.35}h3{font-size:1rem;margin:1.1rem 0 .5rem}
.top{padding-top:40px}.top::before{content:"";display:block;width:56px;height:4px;background:var(--accent);margin-bottom:18px}
.eyebrow{color:var(--accent);letter-spacing:.12em;font-size:.92rem}
.lead{font-size:1.08rem;margin-top:.55rem;max-width:60em}
.chips{margin-top:.8rem;display:flex;flex-wrap:wrap;gap:8px}
.chip{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:1px 10px;font-size:.82rem;color:var(--soft);background:var(--card)}
.chip.fine{color:var(--fine);border-color:currentColor}.chip.warn{color:var(--warn);border-color:currentColor}.chip.bad{color:var(--bad);border-color:currentColor}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:1px;background:var(--line);border:1px solid var(--line);border-radius:10px;overflow:hidden;margin-top:24px}
.tile{background:var(--card);padding:14px 18px;display:flex;flex-direction:column}
.tile dd{white-space:nowrap;font-size:1.75rem;line-height:1.2;font-weight:600}.tile dt{color:var(--soft);font-size:.86rem}
.tile.fine dd{color:var(--fine)}.tile.warn dd{color:var(--warn)}.tile.bad dd{color:var(--bad)}
nav{position:sticky;top:0;z-index:5;background:var(--paper);display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:24px;padding-top:10px;padding-bottom:10px;box-shadow:0 1px 0 var(--line)}
nav a{color:var(--soft);text-decoration:none;font-size:.92rem;padding:2px 0}nav a:hover{color:var(--accent)}
main{padding-bottom:40px}.foot{max-width:1328px;margin:0 auto;padding:18px 24px 48px;color:var(--soft);font-size:.84rem;border-top:1px solid var(--line)}section{margin-top:36px}
.hint,.legend{color:var(--soft);font-size:.86rem}.hint{margin-top:.25rem}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;margin-top:14px}.legend>span:first-child{display:contents}
.key{display:inline-flex;align-items:center;gap:6px;white-space:nowrap}
.sw{width:15px;height:15px;border-radius:3px;background:var(--h0);display:inline-block;position:relative;flex:none}
.who{font:400 .92rem/1 system-ui,sans-serif;color:var(--soft);margin-left:.7em}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:12px;z-index:9;background:var(--card);padding:8px 14px}
:focus-visible{outline:2.5px solid var(--focus);outline-offset:2px;border-radius:3px}
button,input,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:7px;padding:5px 12px;min-width:0}
button{cursor:pointer}button:hover{border-color:var(--accent);color:var(--accent)}
[hidden]{display:none!important}
.good{color:var(--fine);margin-top:.5rem}.good::before{content:"✓";margin-right:.5em;font-weight:700}
i{font-style:normal;color:var(--soft);font-size:.86em}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 20px}.card h3{margin-top:0}
.bar{display:block;width:100%;height:8px;background:var(--h0);border-radius:2px}.bar rect{fill:var(--h3)}.bar .mean{fill:var(--ink)}`

const CALENDAR = `
.bar-line{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between}
.tools{display:flex;gap:10px;align-items:center}
.switch{border:1px solid var(--line);border-radius:8px;margin:0;padding:2px;display:flex;background:var(--card)}
.switch label{cursor:pointer}.switch span{display:block;padding:2px 12px;border-radius:6px;font-size:.88rem;color:var(--soft)}
.switch input{position:absolute;opacity:0;pointer-events:none}.switch input:checked+span{background:var(--accent);color:var(--paper)}
.switch input:focus-visible+span{outline:2.5px solid var(--focus);outline-offset:2px}
.year-and-day{display:grid;grid-template-columns:minmax(0,1fr) 320px;gap:28px;margin-top:14px;align-items:start}
.months{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:18px 22px}
.month{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:2px;align-self:start}
.month caption{text-align:left;font-weight:600;padding:0 2px 3px}.month caption span{float:right;font-weight:400;color:var(--soft);font-size:.84rem}
.month th{font-weight:400;font-size:.72rem;color:var(--soft);padding:0;line-height:1.5}.month th.w{opacity:.65}
.month td{position:relative;height:34px;padding:0;text-align:center;vertical-align:middle;border-radius:4px;line-height:1.1}
.month td[data-i]{background:var(--h0)}
.month td b{position:absolute;left:4px;top:2px;font-weight:400;font-size:.62rem;opacity:.75}
.month td i{display:block;padding-top:11px;font-size:.8rem;color:inherit}
.sw.w,.sw.r{background:var(--off)}.month td.w,.month td.r{background:var(--off);color:var(--soft)}.month td.w b,.month td.r b{opacity:1}
td.h1,.sw.h1,.month td.h1{background:var(--h1)}td.h2,.sw.h2,.month td.h2{background:var(--h2)}td.h3,.sw.h3,.month td.h3{background:var(--h3)}
td.h4,.sw.h4,.month td.h4{background:var(--h4);color:var(--on)}td.h5,.sw.h5,.month td.h5{background:var(--h5);color:var(--on)}
@media (prefers-color-scheme:light){td.h1,td.h2,td.h3{color:#24201b}}
.month td.r::after,.month td.b::after,.sw.r::after,.sw.b::after{content:"休";position:absolute;right:3px;top:2px;font-size:.58rem;line-height:1.15;color:var(--rest)}
.month td.b::after,.sw.b::after{content:"班";color:var(--duty)}
:lang(en) .month td.r::after,:lang(en) .sw.r::after{content:"H"}:lang(en) .month td.b::after,:lang(en) .sw.b::after{content:"W"}
.month td.b.h4::after,.month td.b.h5::after{color:inherit}
.sw.r::after,.sw.b::after{right:2px;top:1px;font-size:.68rem}
td.q,.sw.q{background-image:repeating-linear-gradient(135deg,transparent 0 3px,var(--line) 3px 4px)}
td.v::before,.sw.v::before{content:"";position:absolute;left:5px;right:5px;bottom:2.5px;height:2.5px;border-radius:2px;background:var(--move);box-shadow:0 0 0 1px var(--card)}
.sw.v::before{left:2px;right:2px;bottom:6px}
.month td[tabindex]{cursor:pointer}.month td[tabindex]:hover{box-shadow:inset 0 0 0 1.5px var(--ink)}
.month td[aria-selected=true]{box-shadow:inset 0 0 0 2px var(--ink)}.month td:focus-visible{outline-offset:1px;z-index:2}
.day{position:sticky;top:60px;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px;max-height:calc(100vh - 84px);overflow:auto}
.day h3{margin-top:0}
.busy li{display:grid;grid-template-columns:minmax(0,1.7fr) 1fr 3.2em;gap:10px;align-items:center;font-size:.88rem;padding:3px 0}.busy b{text-align:right}
.ses{padding:8px 0;border-top:1px solid var(--line);font-size:.9rem}.ses:first-child{border-top:0}
.ses b{font-weight:600}.ses i{display:block}.ses .t{color:var(--accent);margin-right:.6em;white-space:nowrap}.ses.off b{text-decoration:line-through}
.ses .chip{font-size:.74rem;margin-left:.5em}`

const TABLES = `
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px;margin-top:12px;align-items:start}.stack{display:grid;gap:20px}
.loads li{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr) 3em;gap:12px;align-items:center;padding:4px 0;font-size:.9rem}
.loads .nm>i{margin-left:0}.loads .nm{display:flex;flex-direction:column;line-height:1.35}.loads b{font-weight:500}.loads .num{text-align:right;font-weight:600}
details>summary{cursor:pointer}
.fold{margin-top:18px;color:var(--soft);font-size:.9rem}.fold dt{margin-top:8px;color:var(--ink)}
table.grid{width:100%;border-collapse:separate;border-spacing:2px;margin-top:12px;font-size:.88rem}
table.grid th{font-weight:400;color:var(--soft);text-align:right;padding:3px 6px}table.grid th:first-child{text-align:left}
table.grid tbody th{color:var(--ink);white-space:nowrap}
table.grid td{text-align:right;padding:4px 6px;border-radius:3px}table.grid td.m{width:5.4%;text-align:center}.grid .sum{font-weight:600;width:5em}.grid .b{width:12%}
td.h0{color:var(--soft)}
table.list{width:100%;border-collapse:collapse;font-size:.9rem}
.list th,.list td{text-align:left;vertical-align:top;padding:8px 12px 8px 0;border-top:1px solid var(--line);font-weight:400}
.list thead th{color:var(--soft);border-top:0;font-size:.84rem}.list tbody th{font-weight:600}.list i{display:block;font-weight:400}
.list td:nth-child(2),.list td:nth-child(3){white-space:nowrap}.list td:nth-child(4){width:38%}.list td:nth-child(5){width:30%}
.plain li{padding:7px 0;border-top:1px solid var(--line)}.plain i{display:block}`

const TREE = `
.search{display:flex;gap:10px;margin-top:12px;flex-wrap:wrap}.search input{flex:1 1 16rem;padding:8px 14px}
.tree-head,.org>summary{display:grid;grid-template-columns:minmax(0,1fr) 5.4em minmax(240px,432px);gap:14px;align-items:center}
.tree-head{margin-top:10px;padding-left:22px;position:sticky;top:43px;background:var(--paper);z-index:3}
.tree{border-bottom:1px solid var(--line)}
.org{border-top:1px solid var(--line)}.org .org{margin-left:18px}
.org>summary{padding:7px 0 7px 22px;list-style:none;position:relative}
.org>summary::-webkit-details-marker{display:none}
.org>summary::before{content:"";position:absolute;left:5px;top:50%;width:6px;height:6px;margin-top:-4px;border:solid var(--soft);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg)}
.org[open]>summary::before{transform:rotate(45deg)}
.org>summary:hover b{color:var(--accent)}
.nm b{font-weight:600}.org .nm i{margin-left:.6em}.org .num{text-align:right;color:var(--soft);font-size:.9rem;white-space:nowrap}
.strip{display:block;width:100%;height:auto}.strip path{stroke-width:.86;fill:none}
.names text{font-size:1.75px;fill:var(--soft)}
.s0{stroke:var(--h0);stroke-width:.86}.sw0{stroke:var(--off);stroke-width:.86}
.s1{stroke:var(--h1)}.s2{stroke:var(--h2)}.s3{stroke:var(--h3)}.s4{stroke:var(--h4)}.s5{stroke:var(--h5)}.strip .sv{stroke:var(--move);stroke-width:.36}
.own{padding:0 0 6px 22px}.own:empty{display:none}.own>button{font-size:.84rem;padding:2px 12px;margin:2px 0 8px}.own ul{columns:3 260px;font-size:.88rem}.own .lst{columns:auto;max-height:26rem;overflow:auto;border-left:2px solid var(--line);padding-left:14px}
#found .lst{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:8px 18px;margin-top:10px;max-height:36rem;overflow:auto}`

const NARROW = `
.switch span{white-space:nowrap}
@media (max-width:1340px){.year-and-day{grid-template-columns:minmax(0,1fr)}.day{position:static;max-height:none}.busy{columns:2 280px;column-gap:32px}.busy li{break-inside:avoid}}
@media (max-width:1080px){.tiles{grid-template-columns:repeat(3,1fr)}.months{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:720px){body{font-size:15px}.top,nav,main,.foot{padding-left:16px;padding-right:16px}.top{padding-top:24px}
.tiles{grid-template-columns:repeat(2,1fr)}.tile{padding:10px 14px}.tile dd{font-size:1.45rem}
nav{gap:0 14px;flex-wrap:nowrap;overflow-x:auto;scrollbar-width:none;margin-top:16px}nav a{white-space:nowrap;padding:4px 0}
.months{grid-template-columns:repeat(2,minmax(0,1fr));gap:14px 16px}.month{border-spacing:1.5px}.month td{height:27px}.month td b{position:static;font-size:.68rem;opacity:1}.month td i{display:none}
.month td.r::after,.month td.b::after{right:1px;top:0;font-size:.5rem}td.v::before{left:4px;right:4px;bottom:1.5px;height:2px}
.two{grid-template-columns:minmax(0,1fr)}.card{padding:14px 16px}
.kinds .m{display:none}.grid .b{width:38%}table.grid tbody th{white-space:normal}
.list thead{display:none}.list,.list tbody,.list tr,.list th,.list td{display:block;width:auto!important}.list tr{border-top:1px solid var(--line);padding:10px 0}.list th,.list td{border:0;padding:2px 0}
.list td::before{content:attr(data-l);color:var(--soft);font-size:.84rem;margin-right:.8em}
.tree-head{display:none}.org>summary{grid-template-columns:minmax(0,1fr) auto;gap:4px 10px}.org>summary .strip{grid-column:1/-1}.org>summary::before{top:18px}.org .org{margin-left:9px}.own ul{columns:1}}
@media (prefers-reduced-motion:no-preference){.org>summary::before{transition:transform .15s}}`

/** The style of the page; its hash stands in the policy of the page. */
export const STYLE: string = COLOURS + BASE + CALENDAR + TABLES + TREE + NARROW + PRINT_STYLE
