/** The calendar of the organization that is chosen, moved through by keys, and the list of a day. */
export const CALENDAR_SCRIPT = `
const cells=[...document.querySelectorAll('td[data-i]')],panel=$('day'),first=panel.firstElementChild?[...panel.childNodes]:[]
const tables=[...document.querySelectorAll('table.month')],steps=$('steps'),who=$('who'),whole=$('whole')
let org=-1,by='n',current=0,listed=-1
$('tools').hidden=$('keys').hidden=false
for(const t of tables){t.setAttribute('role','grid');for(const td of t.tBodies[0].querySelectorAll('td'))td.setAttribute('role','gridcell')}
const scaleOf=values=>{const sorted=values.filter(v=>v>0).sort((a,b)=>a-b),bounds=[]
for(const share of [0,.3,.6,.85,.96]){const b=sorted[Math.floor(sorted.length*share)];if(b!==undefined&&b!==bounds.at(-1))bounds.push(b)}
const last=bounds.length-1;return bounds.map((from,k)=>({from,level:last===0?3:1+Math.round(k*4/last)}))}
const levelOf=(v,scale)=>{let level=0;for(const s of scale)if(v>=s.from)level=s.level;return level}
const draw=()=>{const count=new Array(cells.length).fill(0),hours=new Array(cells.length).fill(0),moved=new Set()
for(let i=0;i<N;i++){const x=extra(i);if(x.z===2||!below(i,org))continue;const days=daysOf(i)
for(const k of days){count[k]++;hours[k]+=shape(i)[5]/days.length;if(x.m)moved.add(k)}}
const round=v=>Math.round(v*10)/10,values=by==='n'?count:hours.map(round),scale=scaleOf([...values])
cells.forEach((td,k)=>{const d=D.days[k],v=values[k],words=[dayName(k),d[4],say(W.sessions,count[k]),hours[k]?say(W.hours,round(hours[k])):''].filter(Boolean).join(W.comma)
td.className=['h'+levelOf(v,scale),d[3],moved.has(k)?'v':''].filter(Boolean).join(' ');td.title=words;td.setAttribute('aria-label',words);td.lastChild.textContent=v?v>=100?Math.round(v):v:''})
for(const t of tables){const m=Number(t.dataset.m);let sum=0;D.days.forEach((d,k)=>{if(d[0]===m)sum+=values[k]});t.caption.lastChild.textContent=say('{n}',Math.round(sum))}
steps.textContent='';steps.append(el('span','key',W.perDay));for(const s of scale){const key=el('span','key'),sw=el('span','sw h'+s.level);key.append(sw,'≥ '+s.from);steps.append(key)}
who.textContent=org<0?W.all:D.orgs[org][0];whole.hidden=org<0}
const mark=k=>{cells[current].tabIndex=-1;current=k;cells[k].tabIndex=0}
const focusDay=k=>{mark(k);cells[k].focus()}
const show=k=>{if(listed>=0)cells[listed].removeAttribute('aria-selected');listed=k;cells[k].setAttribute('aria-selected','true');panel.dataset.day=''
const all=[];for(let i=0;i<N;i++)if(below(i,org)&&daysOf(i).includes(k))all.push(i)
const d=D.days[k],head=el('h3','',dayName(k));if(d[4])head.append(el('span','who',d[4]))
const close=el('button','',W.close);close.type='button';close.addEventListener('click',()=>{clear();cells[current].focus()})
panel.textContent='';panel.append(head,el('p','hint',(org<0?'':D.orgs[org][0]+' · ')+(all.length?say(W.sessions,all.length):W.none)))
if(all.length)panel.append(list(all,false,org<0||D.orgs[org][1]>org+1,40));panel.append(close)}
const clear=()=>{if(listed>=0)cells[listed].removeAttribute('aria-selected');listed=-1;delete panel.dataset.day;panel.textContent='';if(org<0){panel.append(...first);return}
const all=[];for(let i=0;i<N;i++)if(below(i,org))all.push(i)
panel.append(el('h3','',D.orgs[org][0]),el('p','hint',say(W.sessions,all.length)),list(all,true,D.orgs[org][1]>org+1,40))}
const choose=o=>{org=o;draw();clear()}
whole.addEventListener('click',()=>{choose(-1);cells[current].focus()})
for(const radio of document.querySelectorAll('input[name=by]'))radio.addEventListener('change',()=>{by=radio.value;draw()})
const inMonth=(k,step)=>{const [m,date]=D.days[k];const to=Math.min(12,Math.max(1,m+step));const days=D.days.map((d,i)=>[d,i]).filter(([d])=>d[0]===to);return days[Math.min(date,days.length)-1][1]}
$('months').addEventListener('keydown',e=>{const td=e.target.closest('td[data-i]');if(!td||e.ctrlKey||e.metaKey||e.altKey)return
const k=Number(td.dataset.i),[m]=D.days[k]
const to={ArrowLeft:()=>k-1,ArrowRight:()=>k+1,ArrowUp:()=>k-7,ArrowDown:()=>k+7,PageUp:()=>inMonth(k,-1),PageDown:()=>inMonth(k,1),Home:()=>D.days.findIndex(d=>d[0]===m),End:()=>D.days.findLastIndex(d=>d[0]===m)}[e.key]
if(to){e.preventDefault();focusDay(Math.min(cells.length-1,Math.max(0,to())))}
else if(e.key==='Enter'||e.key===' '){e.preventDefault();show(k)}
else if(e.key==='Escape'&&listed>=0){e.preventDefault();clear()}})
$('months').addEventListener('click',e=>{const td=e.target.closest('td[data-i]');if(!td)return;focusDay(Number(td.dataset.i));show(Number(td.dataset.i))})
for(const td of cells){td.tabIndex=-1;td.setAttribute('aria-label',td.title)}
mark(Math.max(0,cells.findIndex(td=>td.lastChild.textContent!=='')))`
