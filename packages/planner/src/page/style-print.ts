/** A4 across: a year to a page, light whatever the screen is. */
export const PRINT_STYLE = `
@media print{@page{size:A4 landscape;margin:12mm}
:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#4d463e;--line:#cfc8bb;--accent:#972c1f;--h0:#f5f2ec;--h1:#f8e2d0;--h2:#f0c19f;--h3:#e2946b;--h4:#b8522f;--h5:#8f281c;--on:#fff;--off:#e6e1d6;--fine:#2f6b47;--warn:#7a5000;--bad:#972c1f;--rest:#2f6b47;--duty:#31598c;--move:#2d4a9e}
html{color-scheme:light}body{font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.top,nav,main,.foot{max-width:none;padding:0}nav,.tools,#keys,.search,#found,.skip{display:none!important}
.top{padding-top:0}.top::before{margin-bottom:8px}h1{font-size:20pt}.lead{font-size:11pt;margin-top:2px}.chips{margin-top:6px}.tiles{grid-template-columns:repeat(6,1fr);margin-top:10px}.tile{padding:6px 12px}.tile dd{font-size:15pt}
section{margin-top:0;break-before:page}section#calendar{break-before:auto;margin-top:14px}section#conflicts,section#unmet:has(.good){break-before:auto;margin-top:18px}h2,h3{break-after:avoid}
.year-and-day{display:block}.months{grid-template-columns:repeat(6,minmax(0,1fr));gap:10px 14px}.month{border-spacing:1px}.month caption{font-size:9pt}.month{break-inside:avoid}.month td{height:23px}.month td b{position:absolute;left:2px;top:1px;font-size:5pt}.month td i{display:block;font-size:7pt;padding-top:7px}.month td.r::after,.month td.b::after{font-size:5pt;right:1px;top:1px}td.v::before{left:3px;right:3px;bottom:1px;height:1.5px;box-shadow:none}.legend{margin-top:8px;font-size:8pt}
.day{display:none}.day[data-day]{display:block;position:static;max-height:none;border:0;padding:8px 0 0;overflow:visible}.day button{display:none}
.two{grid-template-columns:repeat(2,minmax(0,1fr))}.card,.loads li,.list tr,.plain li,.ses{break-inside:avoid}.card{overflow:visible}
.kinds .m{display:table-cell}
.tree-head{position:static}.org>summary{break-inside:avoid;padding-top:4px;padding-bottom:4px}.org>summary::before{display:none}.tree-head,.org>summary{grid-template-columns:minmax(0,1fr) 5em 330px}
.own .lst,#found .lst{max-height:none;overflow:visible}}`
