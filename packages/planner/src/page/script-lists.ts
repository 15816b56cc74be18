/** Sessions of an organization and of a search. */
export const LIST_SCRIPT = `
const line=(i,withDay,withHost)=>{const s=shape(i),x=extra(i),li=el('li','ses'+(x.z===2?' off':''))
li.append(el('span','t',(withDay?dayName(day[i])+' ':'')+s[0]+'–'+(x.e?dayName(day[i]+x.e)+' ':'')+s[1]),el('b','',s[3]))
if(x.z)li.append(el('span','chip',x.z===1?W.held:W.cancelled));if(x.p)li.append(el('span','chip warn',W.provisional))
const about=[];if(withHost)about.push(D.orgs[D.o[i]][0]);about.push(say(W.persons,D.n[i]));if(s[5])about.push(say(W.hours,s[5]));about.push(x.v===undefined?s[4]:D.texts[x.v])
if(x.l)about.push(W.lecturer+' '+x.l.map(k=>D.texts[k]).join('、'));if(x.c)about.push(W.coHosts+' '+x.c.map(k=>D.orgs[k][0]).join('、'));if(x.b)about.push(W.observers+' '+x.b.map(k=>D.texts[k]).join('、'))
if(x.t)about.push(x.t.map(k=>D.texts[k]).join('、'))
li.append(el('i','',about.join(' · ')))
if(x.a)li.append(el('i','',x.a.map(k=>D.texts[k]).join(W.comma)))
if(D.serves[D.r[i]])li.append(el('i','',W.serves+' '+D.serves[D.r[i]]))
return li}
const list=(all,withDay,withHost,step)=>{const ul=el('ul','lst');ul.tabIndex=0;let shown=0
const more=()=>{const next=all.slice(shown,shown+step);shown+=next.length;for(const i of next)ul.append(line(i,withDay,withHost))
if(shown<all.length){const li=el('li','ses'),b=el('button','',say(W.more,Math.min(step,all.length-shown)));b.type='button'
b.addEventListener('click',()=>{const before=ul.children.length-1;li.remove();more();const first=ul.children[before];first.tabIndex=-1;first.focus()});li.append(b);ul.append(li)}}
more();return ul}
const hosted=new Map()
for(let i=0;i<N;i++)for(const o of [D.o[i],...(extra(i).c||[])]){const own=hosted.get(o);if(own)own.push(i);else hosted.set(o,[i])}
const open=d=>{const own=d.querySelector(':scope>.own');if(own.dataset.made)return;own.dataset.made='1';own.textContent=''
const o=Number(d.dataset.o),b=el('button','',W.show);b.type='button'
b.addEventListener('click',()=>{choose(o);$('calendar').scrollIntoView();focusDay(current)})
own.append(b);const all=hosted.get(o)||[];if(all.length)own.append(list(all,true,false,60))}
for(const d of document.querySelectorAll('details.org')){if(d.open&&d.querySelector('details.org'))openLater(d);else if(d.open)open(d)
d.addEventListener('toggle',()=>{if(d.open)open(d)})}
function openLater(d){const own=d.querySelector(':scope>.own');own.textContent=''}
const form=$('search'),q=$('q'),kind=$('kind'),month=$('month'),found=$('found')
form.hidden=false
const option=(select,value,text)=>{const o=el('option','',text);o.value=value;select.append(o)}
option(kind,'',W.anyKind);[...new Set(D.shapes.flatMap(s=>s[2]))].sort((a,b)=>a-b).forEach(k=>option(kind,k,D.kinds[k]))
option(month,'',W.anyMonth);W.months.forEach((m,i)=>option(month,i+1,m))
let hay=null
const haystack=()=>hay||(hay=D.o.map((o,i)=>{const s=shape(i),x=extra(i),d=D.days[day[i]],p=n=>String(n).padStart(2,'0')
return [D.orgs[o][0],s[3],...s[2].map(k=>D.kinds[k]),s[4],D.y+'-'+p(d[0])+'-'+p(d[1]),d[0]+'月'+d[1]+'日',dayName(day[i]),x.v===undefined?'':D.texts[x.v],...(x.l||[]).map(k=>D.texts[k]),...(x.t||[]).map(k=>D.texts[k]),D.serves[D.r[i]]].join('\\n').toLowerCase()}))
const search=()=>{const words=q.value.toLowerCase().split(/\\s+/).filter(Boolean);found.textContent=''
if(!words.length&&!kind.value&&!month.value)return
const texts=haystack(),hits=[]
for(let i=0;i<N;i++)if((!kind.value||shape(i)[2].includes(Number(kind.value)))&&(!month.value||D.days[day[i]][0]===Number(month.value))&&words.every(w=>texts[i].includes(w)))hits.push(i)
found.append(el('p','hint',say(W.found,hits.length)));if(hits.length)found.append(list(hits,true,true,100))}
let timer=0
q.addEventListener('input',()=>{clearTimeout(timer);timer=setTimeout(search,120)});kind.addEventListener('change',search);month.addEventListener('change',search)
form.addEventListener('submit',e=>{e.preventDefault();search()})
q.addEventListener('keydown',e=>{if(e.key==='Escape'){q.value='';search()}})
document.addEventListener('keydown',e=>{if(e.key!=='/'||e.ctrlKey||e.metaKey||e.altKey||/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName))return;e.preventDefault();q.focus();q.select()})`
