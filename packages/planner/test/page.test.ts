import { buildDataset, type DatasetRows, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { type Plan, planPage } from '@xueshi/planner'
import { workdayCalendar } from '@xueshi/workdays'
import { describe, expect, it } from 'vitest'
import { at, dataset, plan, rows, session } from './hand-made.ts'

const workdays = workdayCalendar()
const wild = '<img src=x onerror=alert(1)>\u2028</script><script>alert(2)</script>\u202e"&\''

/** What the script of a page reads. */
function dataOf(html: string) {
  const text = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!
  return JSON.parse(text) as {
    orgs: [string, number][]
    shapes: [string, string, number[], string, string, number][]
    texts: string[]
    serves: string[]
    o: number[]
    d: number[]
    s: number[]
    n: number[]
    r: number[]
    x: Record<string, Record<string, unknown>>
    days: [number, number, number, string, string][]
  }
}

/** The page without its scripts and styles, as a reader sees it who has none. */
const seen = (html: string) => html.replace(/<(script|style)\b.*?<\/\1>/gs, '')

const cell = (html: string, position: number) =>
  new RegExp(`<td class="([^"]*)" data-i="${position}" title="([^"]*)">`).exec(html)!.slice(1, 3)

describe('a page of a plan', () => {
  it('says what the plan covers', () => {
    const html = planPage(
      plan(session('s1'), session('s2', { organization: 'b2', attendees: ['cleo', 'anna'] })),
      dataset,
    )
    for (const tile of [
      '<dd>2</dd><dt>场活动',
      '<dd>2</dd><dt>个党组织举办',
      '<dd>2</dd><dt>人参加',
      '<dd>0</dd><dt>项未能安排',
    ])
      expect(html).toContain(tile)
    expect(html).toContain('2026年党员教育培训计划')
    expect(html).toContain('放假安排已公布')
  })

  it.each([
    ['provisional', '放假安排未公布，日期暂定'],
    ['unknown', '无放假数据，按周一至周五试排'],
  ] as const)('says that the calendar is %s', (status, words) => {
    expect(planPage({ ...plan(session('s1')), calendar: { name: 'x', status } }, dataset)).toContain(words)
  })

  it('marks every day of the year once, with holidays, make-up days and counts', () => {
    const html = planPage(plan(session('s1'), at('s2', '14:30', '16:00')), dataset, { workdays })
    expect(html.match(/data-i="/g)).toHaveLength(365)
    expect(cell(html, 0)).toEqual(['h0 r', '1月1日，元旦 放假，0场'])
    expect(cell(html, 3)).toEqual(['h0 b', '1月4日，元旦 调休上班，0场'])
    expect(cell(html, 9)).toEqual(['h0 w', '1月10日，周末，0场'])
    expect(cell(html, 61)).toEqual(['h3', '3月3日，2场'])
  })

  it('marks a theme day that was moved, and nothing else that has a note', () => {
    const notes = [{ 'zh-CN': '原定1日，调整到3日', en: 'moved' }]
    const moved = planPage(plan(session('s1', { notes })), dataset)
    expect(cell(moved, 61)[0]).toBe('h3 v')
    expect(moved).toContain('class="sv"')
    expect(cell(planPage(plan(session('s1', { notes, kinds: ['party-lecture'] })), dataset), 61)[0]).toBe(
      'h3',
    )
  })

  it('counts a session of several days on its working days, and none that was called off', () => {
    const course = session('s1', { start: '2026-03-06T09:00+08:00', end: '2026-03-09T17:00+08:00' })
    const html = planPage(plan(course, session('s2', { status: 'cancelled' })), dataset, { workdays })
    const counts = [64, 65, 66, 67].map((position) => cell(html, position)[1])
    expect(counts).toEqual(['3月6日，1场', '3月7日，周末，0场', '3月8日，周末，0场', '3月9日，1场'])
    expect(cell(html, 61)[1]).toBe('3月3日，0场')
    expect(seen(html)).toContain('主题党日（取消）')
  })

  it('adds organizations up the tree, and a joint session once', () => {
    const html = planPage(
      plan(session('s1'), session('s2', { coHosts: ['b2'] }), session('s3', { organization: 'g1' })),
      dataset,
    )
    const counts = [...html.matchAll(/<b>([^<]*)<\/b><i>[^<]*<\/i><\/span><span class="num">(\d+) 场/g)]
    expect(counts.map(([, name, count]) => `${name} ${count}`)).toEqual([
      '财政局机关党委 3',
      '预算支部 3',
      '预算一组 1',
      '国库支部 1',
    ])
  })

  it('gives the script every session once, with what a reader asks for', () => {
    const lecture = session('s2', {
      organization: 'b2',
      venue: 'hall',
      lecturers: ['L1'],
      kinds: ['party-lecture'],
    })
    const data = dataOf(planPage(plan(session('s1'), lecture), dataset))
    expect(data.o.map((org) => data.orgs[org]![0])).toEqual(['预算支部', '国库支部'])
    expect(data.d).toEqual([61, 0])
    expect(data.n).toEqual([1, 1])
    expect(data.shapes[data.s[0]!]).toEqual(['09:00', '11:00', [4], '主题党日', '线下', 2])
    expect(data.serves[data.r[0]!]).toBe('national/branch/theme-day 2026-03')
    expect(data.texts[data.x[1]!.v as number]).toBe('礼堂')
    expect(data.texts[(data.x[1]!.l as number[])[0]!]).toBe('L1')
  })

  it('lists every session without its script too', () => {
    const html = planPage(
      plan(session('s1'), session('s2', { organization: 'g1', title: '党小组会' })),
      dataset,
    )
    const lists = [...html.matchAll(/<noscript><ul>(.*?)<\/ul><\/noscript>/gs)].map(([, items]) => items)
    expect(lists).toEqual(['<li>03-03 09:00 主题党日', '<li>03-03 09:00 党小组会'])
  })

  it('names rules by their titles where it knows the config', () => {
    const config = defineConfig(national.presets.organ)
    const { serves } = dataOf(planPage(plan(session('s1')), dataset, { config }))
    expect(serves).toEqual(['主题党日每月开展 2026-03'])
  })

  it('lists what could not be placed with its constraint, the opponent and the free times', () => {
    const unmet: Plan['unmet'] = [
      {
        rule: 'national/branch/theme-day',
        subject: { kind: 'organization', id: 'b2' },
        organization: 'b2',
        window: { key: '2026-03', from: '2026-03-01', to: '2026-03-31' },
        missing: 1,
        unit: 'session',
        constraint: {
          kind: 'person',
          id: 'anna',
          session: 's1',
          message: { 'zh-CN': '书记在别处', en: 'elsewhere' },
        },
        alternatives: [
          { start: '2026-04-01T09:00+08:00', end: '2026-04-01T11:00+08:00', venue: 'hall' },
          { start: '2026-04-02T14:30+08:00', end: '2026-04-02T16:30+08:00', venue: null },
        ],
      },
    ]
    const html = seen(planPage({ ...plan(session('s1')), unmet }, dataset))
    const section = /<section id="unmet".*?<\/section>/s.exec(html)![0]
    for (const words of [
      '国库支部',
      '书记在别处',
      '人员冲突',
      '<i>anna</i>',
      '预算支部 · 主题党日 · 3月3日（周二） 09:00–11:00',
      '4月1日（周三） 09:00–11:00 · 礼堂',
      '4月2日（周四） 14:30–16:30',
    ])
      expect(section).toContain(words)
    expect(section).not.toContain('甲')
    expect(planPage({ ...plan(session('s1')), unmet }, dataset, { names: true })).toContain('<i>甲</i>')
  })

  it('lists conflicts', () => {
    const html = planPage(plan(at('s1', '09:00', '11:00'), at('s2', '10:00', '12:00')), dataset)
    expect(/<section id="conflicts".*?<\/section>/s.exec(html)![0]).toContain('person-double-booked')
    expect(html).toContain('<div class="tile bad"><dd>1</dd>')
    expect(planPage(plan(session('s1')), dataset)).toContain('没有冲突')
  })

  it('lists what changed since an earlier plan', () => {
    const previous = plan(session('s1'), session('s2'))
    const html = planPage(
      plan(session('s1', { start: '2026-03-04T09:00+08:00', end: '2026-03-04T11:00+08:00' })),
      dataset,
      { previous },
    )
    const section = /<section id="changes".*?<\/section>/s.exec(html)![0]
    expect(section).toContain('<s>3月3日（周二） 09:00–11:00</s> → 3月4日（周三） 09:00–11:00')
    expect(section).toMatch(/取消<span class="who">1</)
    expect(planPage(previous, dataset)).not.toContain('id="changes"')
  })

  it('names no person unless asked', () => {
    const lecture = session('s1', { lecturers: ['L2', 'bert'], attendees: ['anna', 'bert', 'cleo', 'dora'] })
    const html = planPage(plan(lecture), dataset)
    for (const name of ['甲', '乙', '丙', '丁', '专家']) expect(html).not.toContain(`>${name}<`)
    expect(dataOf(html).texts).toEqual(['L2', 'bert'])
    const named = planPage(plan(lecture), dataset, { names: true })
    expect(dataOf(named).texts).toEqual(['专家', '乙'])
    expect(named).toContain('<b>专家</b>')
  })

  it('takes no word of the data for markup', () => {
    const evil: DatasetRows = {
      ...rows,
      organizations: rows.organizations.map((row) => ({ ...row, name: `${wild}${row.id}` })),
      venues: [{ id: 'hall', name: wild, shared: true }],
      lecturers: [{ id: 'L1', name: wild, title: wild }],
    }
    const one = session('s1', {
      title: wild,
      venue: 'hall',
      lecturers: ['L1'],
      notes: [{ 'zh-CN': wild, en: wild }],
      serves: [{ rule: wild, window: wild }],
    })
    const two = { ...one, id: 's2', start: '2026-03-03T10:00+08:00' }
    const html = planPage(
      {
        ...plan(one, two),
        calendar: { name: wild, status: 'published' },
        unasked: [{ rule: wild, reason: { 'zh-CN': wild, en: wild } }],
      },
      buildDataset(evil),
      { names: true, previous: plan({ ...one, id: 's3' }) },
    )
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/[\u2028\u2029\u202e]/)
    expect(html.match(/<script\b/g)).toHaveLength(2)
    expect(html.match(/<\/script/g)).toHaveLength(2)
    const data = dataOf(html)
    expect(data.shapes[0]![3]).toContain('</script><script>')
  })

  it('asks for nothing from outside, and lets only its own script and style through', () => {
    const html = planPage(plan(session('s1')), dataset)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
    )
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)/)
    expect(html).not.toMatch(/https?:|@import|url\(/)
    expect(html).not.toMatch(/ (?:style|on[a-z]+)="/)
  })

  it('is the same for equal plans', () => {
    const one = planPage(plan(session('s1'), session('s2')), dataset, { workdays })
    expect(planPage(plan(session('s1'), session('s2')), buildDataset(rows), { workdays })).toBe(one)
    expect(planPage(plan(session('s1')), dataset, { workdays })).not.toBe(one)
  })

  it('speaks English', () => {
    const html = seen(
      planPage(plan(session('s1', { title: 'Theme day' })), dataset, { locale: 'en', workdays }),
    )
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('Education plan 2026')
    const own = rows.organizations.map(({ name }) => name).concat(['礼堂', '纪念馆', '会议室'])
    expect(own.reduce((text, name) => text.replaceAll(name, ''), html)).not.toMatch(/\p{Script=Han}/u)
  })

  it('stands for a plan without sessions', () => {
    const html = planPage(plan(), dataset)
    expect(html).toContain('<dd>0</dd><dt>场活动')
    expect(dataOf(html).o).toEqual([])
  })

  it('keeps 15,000 sessions of 420 branches far below 6 MB', () => {
    const branches = Array.from({ length: 420 }, (_, i) => `b${i}`)
    const large = buildDataset({
      ...rows,
      organizations: [
        { id: 'w', name: '县直机关工委', kind: '机关工委' },
        ...branches.map((id, i) => ({ id, name: `第${i}党支部`, kind: '党支部', parent: 'w' })),
      ],
      members: [],
      affiliations: [],
      lecturers: [],
    })
    const sessions = Array.from({ length: 15_120 }, (_, i) => {
      const date = `2026-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`
      return session(`s${i}`, {
        organization: branches[i % 420]!,
        start: `${date}T09:00+08:00`,
        end: `${date}T11:00+08:00`,
        title: `${(i % 12) + 1}月主题党日`,
        attendees: [],
      })
    }).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
    const html = planPage(plan(...sessions), large)
    expect(dataOf(html).o).toHaveLength(15_120)
    expect(Buffer.byteLength(html)).toBeLessThan(3_000_000)
  })
})
