import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDatasetBuilder, type DatasetRows, type InputTable } from '@xueshi/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/runs.ts'
import {
  type DatasetFormat,
  type ReadProgress,
  readDataset,
  tablesOf,
  writeDatasetRows,
  writeWorkbook,
} from '../src/index.ts'
import { COUNTY, folderOf } from './county.ts'

const FORMATS: readonly DatasetFormat[] = ['csv', 'csv-gb18030', 'xlsx', 'json']

/** The dataset of rows without any file. */
function built(rows: DatasetRows) {
  const builder = createDatasetBuilder({ pseudonymKey: 'k' })
  for (const table of Object.keys(rows) as InputTable[]) builder.add(table, rows[table] ?? [])
  return builder.build()
}

async function throughFiles(rows: DatasetRows, format: DatasetFormat) {
  const folder = await folderOf()
  await writeDatasetRows(folder, rows, { format })
  return await readDataset(folder, { pseudonymKey: 'k' })
}

describe('the same rows in every format', () => {
  test.each(FORMATS)('%s reads back to the dataset that was written', async (format) => {
    const dataset = await throughFiles(COUNTY, format)
    expect(dataset.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(dataset.hash).toBe(built(COUNTY).hash)
    expect(dataset.counts).toEqual(built(COUNTY).counts)
    expect(dataset.session('S1')?.title).toBe('学习“两会”精神, 含"讨论"\n第二部分；🚩')
    expect(dataset.session('S2')).toMatchObject({ title: '=SUM(A1)', timeless: true, hours: 1.5 })
    expect(dataset.session('S3')).toMatchObject({ start: '2025-04-05T00:00+08:00', timeless: false })
    expect(dataset.member('M002')).toMatchObject({ name: '李䶮', born: '1991-02' })
    expect(dataset.member('M003')?.name).toBe('王𬱖')
  })

  test('columns without any value are not written, so that none seems to be there', () => {
    const sessions = tablesOf(COUNTY).find(({ table }) => table === 'sessions')
    expect(sessions?.header).toEqual([
      '活动编号',
      '组织编码',
      '活动类型',
      '主题',
      '开始时间',
      '结束时间',
      '学时',
      '方式',
      '地点',
      '主讲人',
      '内容分类',
      '联办组织',
      '状态',
      '报告日期',
    ])
    expect(sessions?.rows[1]).toEqual([
      'S2',
      'B2',
      'general-meeting',
      '=SUM(A1)',
      '2025-06-30',
      null,
      1.5,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test.each(['\r', "'\r", '=\r', '\t\r', "''", 'x\r\n'])(
    'the last cell %j is the same in every format',
    async (open) => {
      const rows = { ...COUNTY, venues: [{ id: 'V1', name: '馆', open }] }
      const [venue] = (await throughFiles(rows, 'json')).venues
      for (const format of FORMATS) expect((await throughFiles(rows, format)).venues).toEqual([venue])
    },
  )

  test('a word of a list that holds a separator is refused', () => {
    expect(() =>
      tablesOf({ ...COUNTY, organizations: [{ id: 'B1', name: '支部', kind: 'branch', tags: ['甲、乙'] }] }),
    ).toThrow(expect.objectContaining({ code: 'output-refused' }))
  })
})

describe('messy variants of the same county', () => {
  const HASH = built(COUNTY).hash
  const MESSY: Readonly<Record<string, string>> = {
    '党组织-工委.csv':
      '县直机关党组织一览表,,,\r\n,,,\r\n上级党组织,名称,党组织类别,党组织编码,序号\r\n,县直机关工委,机关工委,Ｗ1,1\r\n',
    '党组织-支部.csv':
      'kind\tname\tid\tparent\tfounded\tdissolved\tthemeDay\ttags\n支部\t预算支部\tB1\t县直机关工委\t2018.7.1\t\t每月5日\t示范\n' +
      '党支部\t离退休支部\tB2\tW1\t\t20251031\t\t\n党小组\t第一党小组\tG1\t预算支部\t\t\t\t\n',
    '党员名册2025.csv':
      '序号;姓名（必填）;编号;出生年月;党员类别;党支部;党小组;申请入党时间;入党时间;转为正式党员日期;党籍状态;文化程度;职级;确定积极分子日期;标签;性别;备注\n' +
      '1;张　三;Ｍ００１;1980年5月6日;正式党员; B1 ;G1;2001-3-1;20020701;2003/07/01 00:00:00;正常;大学;四级调研员;;;男;\n' +
      '2;李䶮;M002;199102;正式;预算支部;;;;;;;;;;;无\n' +
      '3;王𬱖;M003\u200b;;正式党员;离退休支部;;;;;;;;;行动不便@2025-03-01..2025-09-30，离退休;;\n' +
      '4;买买提·艾力;M004;;积极分子;B1;;;;;;;;2025年2月10日;;;\n',
    'affiliations.csv': '党员编号,组织编码,转入日期\nM002,预算支部,45292\n',
    '任职.csv': '姓名,党组织,党内职务,任职时间,是否专职\n张三,预算支部,支部书记,2023年6月1日,否\n',
    '活动_上半年.csv':
      '活动编号,主办单位,类型,活动主题,活动时间,结束时间,课时,方式,地点,主讲人,内容分类,状态,联办单位,报告日期\n' +
      'S1,B1,主题党日/党课,"学习“两会”精神, 含""讨论""\n第二部分；🚩",2025年3月5日 下午2:30,2025-03-05 16:30:00,2学时,线下,三楼会议室,张三,党史,已举办,,\n' +
      "S2,离退休支部,支部党员大会,'=SUM(A1),2025/6/30,,１．５,,,,,,,\n" +
      'S3,B1,主题党日活动,,2025-04-05 0:00,,,,,,,,,2025.4.6\nS4,B1,主题党日,,2025/5/6 9:00,,,,,,,,B2,\n',
    '考勤2025-01.csv':
      '党员编号,活动编号,考勤状态,身份,学时,姓名,补学活动编号\nM001,S1,到会,主讲人,2,张三,\nM002,S1,补课,,,李䶮,S4\n',
    'attendance-2.csv': '会议编号,姓名,签到状态\nS2,王𬱖,病假\nS4,张三,签到\nS4,李䶮,签到\n',
    '记录-1.csv':
      '序号,编号,记录类型,日期,截止日期,所在党支部,姓名,对方,文号,说明,应到会人数\n1,R1,公示,2025年4月1日,2025.4.8,预算支部,买买提·艾力,,公示〔2025〕1号,"无异议，已归档",\n' +
      '2,R3,谈话,20250601,,B1,张　三,李䶮,,,\n',
    '记录_2.csv':
      '记录编号,类别,日期,组织编码,会议编号,应到人数,实到人数,赞成票,份数,内容\nR2,换届,2025/5/6,B1,S4,"1,200人",２７,25票,1.5,党规党纪\n',
    '师资库.csv': '师资编号,姓名,党员编号,组织,职称,专题\nL1,张三,张三,预算支部,主任,党史\nL2,外请,,,教授,\n',
    '课程表.csv': '编号,名称,授课人,专题,课时\nC1,党的 历史（上）,张三,党史,1.5课时\n',
    '阵地信息.csv':
      '编号,阵地名称,组织编码,地点,可容纳人数,是否共享,开放时间\nV1,党员之家,B1,人民路1号,60人,√,周一至周五 9:00-17:00\nV2,会议室,,,,否,\n',
    'programs.csv':
      '项目编号,项目名称,主办单位,类别,开始时间,结束时间,培训对象,名额,必修,书目,教材,考核,学时\nK1,支部书记轮训班,县直机关工委,轮训,2025-9-1,2025/9/5,支部书记；村干部,50,党章、条例,选编,50套,闭卷考试,24\n',
    '志愿服务台账.csv':
      '编号,姓名,服务日期,服务类型,党支部,服务内容,服务时长\nF1,李䶮,2025-3-12,双报到,离退休支部,植树,2小时\n',
    '豁免.csv':
      '规则,对象,起,止,原因,批准人,文号\nnational/branch/theme-day,B2,2025-7-1,2025-7-31,防汛,县直机关工委,工委〔2025〕3号\n',
    '导出说明.csv': '导出时间,数据起,数据止,数据来源\n2026-01-10 08:30:00,2025.1.1,2025.12.31,学时平台\n',
  }

  test('titles, aliases, shuffled and extra columns, full-width blanks, mixed date styles', async () => {
    const dataset = await readDataset(await folderOf(MESSY), { pseudonymKey: 'k' })
    expect(dataset.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(dataset.hash).toBe(HASH)
    const extra = dataset.problems.filter(({ code }) => code === 'extra-column')
    expect(extra.map(({ message }) => message['zh-CN']).join('\n')).toContain('序号、备注')
  })

  test('a workbook whose sheets have titles and whose attendance is split', async () => {
    const folder = await folderOf()
    const sheets = tablesOf(COUNTY).flatMap(({ name, header, rows }) => {
      const titled = [header, ...rows]
      const sheet = (part: string, cells: typeof rows) => ({
        name: `${name}${part}`,
        header: [`${name}一览表`, ...header.slice(1).map(() => '')],
        rows: [[], titled[0]!, ...cells],
      })
      return name === '考勤'
        ? [sheet('1月', rows.slice(0, 2)), sheet('_2', rows.slice(2))]
        : [sheet('', rows)]
    })
    await writeWorkbook(join(folder, '县直.xlsx'), sheets.reverse())
    const dataset = await readDataset(join(folder, '县直.xlsx'), { pseudonymKey: 'k' })
    expect(dataset.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
    expect(dataset.hash).toBe(HASH)
  })

  test('progress names the file, its rows and its bytes', async () => {
    const folder = await folderOf()
    await writeDatasetRows(folder, COUNTY, { format: 'csv' })
    const last = new Map<string, ReadProgress>()
    await readDataset(folder, { pseudonymKey: 'k', onProgress: (event) => last.set(event.file, event) })
    expect(last.get(`${folder}/考勤.csv`)).toMatchObject({ rows: 6 })
    for (const { bytes, totalBytes } of last.values()) expect(bytes).toBe(totalBytes)
    expect(last.size).toBe(14)
  })

  test('several paths, and a table in one file of each', async () => {
    const folder = await folderOf()
    const paths = await writeDatasetRows(folder, COUNTY, { format: 'csv' })
    expect((await readDataset(paths, { pseudonymKey: 'k' })).hash).toBe(HASH)
    expect((await readDataset([...paths].reverse(), { pseudonymKey: 'k' })).hash).toBe(HASH)
  })

  test.each(['utf16le', 'bom-twice', 'cr', 'mixed'])(
    'the encoding or line ends %s make no difference',
    async (dress) => {
      const folder = await folderOf()
      for (const { name, header, rows } of tablesOf({
        ...COUNTY,
        sessions: COUNTY.sessions.map(({ title: _, ...row }) => row),
      })) {
        const lines = [header, ...rows].map((row) => row.map((cell) => `"${cell ?? ''}"`).join(','))
        const text = lines.join(dress === 'cr' ? '\r' : '\r\n')
        const content =
          dress === 'utf16le'
            ? Buffer.from(`\ufeff${text}`, 'utf16le')
            : dress === 'bom-twice'
              ? `\ufeff\ufeff${text}`
              : dress === 'mixed'
                ? text.replace('\r\n', '\n')
                : text
        await writeFile(join(folder, `${name}.csv`), content)
      }
      const untitled = { ...COUNTY, sessions: COUNTY.sessions.map(({ title: _, ...row }) => row) }
      const dataset = await readDataset(folder, { pseudonymKey: 'k' })
      expect(dataset.problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
      expect(dataset.hash).toBe(built(untitled).hash)
    },
  )
})

test('round trip of arbitrary rows gives one dataset in every format', async () => {
  const word = fc.string({
    unit: fc.constantFrom(
      '张',
      '三',
      'a',
      'Z',
      '7',
      ' ',
      '"',
      "'",
      ',',
      ';',
      '\n',
      '\r',
      '\t',
      '=',
      '+',
      '-',
      '@',
      '，',
      '䶮',
      '𬱖',
      '😀',
      '·',
      '　',
      '（',
      '_x000D_',
    ),
    minLength: 1,
    maxLength: 12,
  })
  const line = word.map((text) => text.trim()).filter((text) => text !== '')
  const item = fc.string({
    unit: fc.constantFrom('张', '三', 'a', '7', '"', "'", '=', '-', '䶮', '𬱖', '😀', '·'),
    minLength: 1,
    maxLength: 6,
  })
  // What looks like a number in scientific notation is no identifier.
  const id = fc.stringMatching(/^[A-Za-z0-9=+@'-]{1,8}$/).filter((text) => !/\de\+?\d/i.test(text))
  const county = fc
    .record({
      branch: id,
      name: line,
      members: fc.uniqueArray(fc.record({ id, name: line, rank: fc.option(line, { nil: undefined }) }), {
        selector: (row) => row.id,
        maxLength: 5,
      }),
      sessions: fc.uniqueArray(
        fc.record({
          id,
          title: fc.option(word, { nil: undefined }),
          minute: fc.integer({ min: 0, max: 525_599 }),
          timeless: fc.boolean(),
          hours: fc.option(
            fc.integer({ min: 0, max: 1000 }).map((n) => n / 4),
            { nil: undefined },
          ),
          observers: fc.array(item, { minLength: 1, maxLength: 3 }),
        }),
        { selector: (row) => row.id, minLength: 1, maxLength: 5 },
      ),
      acts: fc.uniqueArray(
        fc.record({
          id,
          note: word,
          present: fc.nat({ max: 1_000_000 }),
          amount: fc.integer({ min: 0, max: 1000 }).map((n) => n / 8),
          topics: fc.array(item, { minLength: 1, maxLength: 3 }),
        }),
        { selector: (row) => row.id, maxLength: 4 },
      ),
      venues: fc.uniqueArray(fc.record({ id, name: line, shared: fc.boolean(), open: word }), {
        selector: (row) => row.id,
        maxLength: 4,
      }),
    })
    .map(
      ({ branch, name, members, sessions, acts, venues }): DatasetRows => ({
        acts: acts.map((row) => ({ ...row, kind: 'talk', date: '2025-03-05', organization: branch })),
        venues,
        organizations: [{ id: branch, name, kind: 'branch' }],
        members: members.map(({ rank, ...row }) => ({
          ...row,
          ...(rank === undefined ? {} : { rank }),
          status: 'full',
          organization: branch,
        })),
        sessions: sessions.map(({ minute, timeless, title, hours, ...row }) => {
          const day = `2025-${String(1 + (minute % 12)).padStart(2, '0')}-${String(1 + (minute % 28)).padStart(2, '0')}`
          const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          return {
            ...row,
            ...(title === undefined ? {} : { title }),
            ...(hours === undefined ? {} : { hours }),
            organization: branch,
            kinds: ['theme-day'],
            start: timeless ? day : `${day}T${time}+08:00`,
          }
        }),
      }),
    )
  await fc.assert(
    fc.asyncProperty(county, async (rows) => {
      const json = await throughFiles(rows, 'json')
      for (const format of ['csv', 'csv-gb18030', 'xlsx'] as const) {
        const dataset = await throughFiles(rows, format)
        expect(dataset.hash).toBe(json.hash)
        expect(dataset.sessions.map(({ title, observers }) => [title, observers])).toEqual(
          json.sessions.map(({ title, observers }) => [title, observers]),
        )
        expect(dataset.acts.map(({ place: _, ...act }) => act)).toEqual(
          json.acts.map(({ place: _, ...act }) => act),
        )
        expect(dataset.venues).toEqual(json.venues)
      }
      expect(json.counts).toEqual(built(rows).counts)
    }),
    { numRuns: runs(40) },
  )
}, 120_000)
