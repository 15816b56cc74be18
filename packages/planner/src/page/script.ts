import { CALENDAR_SCRIPT } from './script-calendar.ts'
import { LIST_SCRIPT } from './script-lists.ts'

const START = `'use strict';(()=>{
const D=JSON.parse(document.getElementById('data').textContent),W=D.w,$=id=>document.getElementById(id)
const el=(tag,cls,text)=>{const e=document.createElement(tag);if(cls)e.className=cls;if(text!==undefined)e.textContent=text;return e}
const say=(text,n)=>text.replace('{n}',String(n).replace(/\\B(?=(\\d{3})+(?!\\d))/g,','))
const en=D.loc==='en',N=D.o.length,day=new Int32Array(N)
for(let i=0,at=0;i<N;i++)day[i]=at+=D.d[i]
const shape=i=>D.shapes[D.s[i]],extra=i=>D.x[i]||{}
const off=k=>D.days[k][3]==='w'||D.days[k][3]==='r'
const daysOf=i=>{const e=extra(i).e;if(!e)return[day[i]];const all=[];for(let k=day[i];k<=day[i]+e;k++)all.push(k)
const worked=all.filter(k=>!off(k));return worked.length?worked:all}
const dayName=k=>{const d=D.days[k];return en?W.months[d[0]-1]+' '+d[1]:d[0]+'月'+d[1]+'日（周'+W.week[d[2]-1]+'）'}
const below=(i,org)=>{if(org<0)return true;const end=D.orgs[org][1],inside=o=>o>=org&&o<end;return inside(D.o[i])||(extra(i).c||[]).some(inside)}`

/** The script of the page; its hash stands in the policy of the page. It writes text only, never markup. */
export const SCRIPT: string = `${START}${LIST_SCRIPT}${CALENDAR_SCRIPT}})()`
