import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { buildDataset, defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { planPage, planYear } from '@xueshi/planner'
import { sampleCounty } from '@xueshi/testing'
import { workdayCalendar } from '@xueshi/workdays'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, type Page } from './support/chromium.ts'

// The page of a county of 600 members as a browser shows it.
const folder = mkdtempSync(join(tmpdir(), 'xueshi-page-'))
const url = pathToFileURL(join(folder, 'plan.html')).href
let page: Page
let close: () => Promise<void>

beforeAll(async () => {
  const dataset = buildDataset(sampleCounty({ members: 600, seed: 1 }).rows)
  const workdays = workdayCalendar()
  const config = defineConfig(national.presets.organ)
  const plan = planYear(dataset, config, { year: 2026, workdays })
  writeFileSync(join(folder, 'plan.html'), planPage(plan, dataset, { config, workdays }))
  const started = await chromium()
  page = started.page
  close = started.close
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

/** What has the focus: its text or its day. */
const focused = () =>
  page.value<string>(
    `document.activeElement.dataset.i ?? (document.activeElement.id || document.activeElement.textContent.slice(0, 20))`,
  )

/** How many different colours a picture has: one would be an empty page. */
function coloursOf(png: Buffer): number {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return new Set(inflateSync(Buffer.concat(parts))).size
}

describe.each([
  [390, 844],
  [900, 1200],
  [1440, 1000],
])('at a width of %i', (width, height) => {
  it('shows something, needs no scrolling sideways, says no error and asks for nothing', async () => {
    await page.size(width, height)
    await page.open(url)
    expect(await page.value('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.value('document.querySelectorAll("td[tabindex]").length')).toBe(365)
    expect(coloursOf(await page.png())).toBeGreaterThan(50)
    expect(page.errors).toEqual([])
    expect(page.requests).toEqual([url])
  })
})

describe('with a keyboard', () => {
  beforeAll(async () => {
    await page.size(1440, 1000)
  })

  it('Tab comes from the head into the calendar, and out of it into the organizations', async () => {
    await page.open(url)
    const seen: string[] = []
    for (let i = 0; i < 40; i++) {
      await page.press('Tab')
      seen.push(await focused())
    }
    expect(seen[0]).toBe('跳到年历')
    expect(new Set(seen.filter((what) => /^\d+$/.test(what))).size).toBe(1)
    expect(seen).toContain('q')
    expect(seen.some((what) => what.startsWith('中共岚溪县委'))).toBe(true)
  })

  it('what has the focus is seen', async () => {
    await page.open(url)
    for (let i = 0; i < 4; i++) {
      await page.press('Tab')
      expect(
        await page.value('parseFloat(getComputedStyle(document.activeElement).outlineWidth)'),
      ).toBeGreaterThanOrEqual(2)
    }
  })

  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 3, 10],
    ['ArrowUp', 3, 0],
    ['PageDown', 30, 58],
    ['PageUp', 58, 27],
    ['Home', 20, 0],
    ['End', 20, 30],
    ['ArrowRight', 364, 364],
  ])('%s goes from day %i to day %i', async (key, from, to) => {
    await page.open(url)
    await page.value(`document.querySelector('[data-i="${from}"]').click()`)
    await page.press(key)
    expect(await focused()).toBe(String(to))
    expect(await page.value('document.querySelectorAll("td[tabindex=\\"0\\"]").length')).toBe(1)
  })

  it('Enter lists the sessions of a day, as many as the day says', async () => {
    await page.open(url)
    await page.value('document.querySelector("#months td[tabindex=\\"0\\"]").focus()')
    const count = await page.value<string>('document.activeElement.lastChild.textContent')
    await page.press('Enter')
    expect(await page.value('String(document.querySelectorAll("#day li.ses").length)')).toBe(count)
    expect(await page.value('document.querySelector("[aria-selected]") === document.activeElement')).toBe(
      true,
    )
    await page.press('Escape')
    expect(await page.value('document.querySelectorAll("#day li.ses").length')).toBe(0)
  })

  it('/ goes to the search, which finds sessions by organization and day', async () => {
    await page.open(url)
    await page.press('/')
    expect(await focused()).toBe('q')
    expect(await page.value('document.getElementById("q").value')).toBe('')
    await page.send('Input.insertText', { text: '财政局 2026-01-04' })
    await page.press('Enter')
    const hits = await page.value<string[]>(
      '[...document.querySelectorAll("#found li.ses")].map((li) => li.textContent)',
    )
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits) expect(hit).toMatch(/1月4日.*财政局/s)
  })

  it('Enter opens an organization, whose calendar can be shown', async () => {
    await page.open(url)
    const leaf = '[...document.querySelectorAll("details.org")].find((d) => !d.querySelector("details"))'
    await page.value(
      `{ let d = ${leaf}; for (let up = d.parentElement; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true; d.firstElementChild.focus() }`,
    )
    const said = await page.value<string>(`${leaf}.querySelector('.num').textContent`)
    await page.press('Enter')
    await page.value('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))')
    await page.value(`${leaf}.querySelector('.own button').click()`)
    const months = await page.value<number[]>(
      '[...document.querySelectorAll(".month caption span")].map((span) => Number(span.textContent))',
    )
    expect(`${months.reduce((sum, count) => sum + count, 0)} 场`).toBe(said)
    expect(await page.value('document.getElementById("who").textContent')).toBe(
      await page.value(`${leaf}.querySelector('.nm b').textContent`),
    )
    expect(page.errors).toEqual([])
  })
})

describe('on paper and without its script', () => {
  it('prints as pages of A4 across', async () => {
    await page.open(url)
    const pdf = (await page.pdf()).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(3)
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]/)
  })

  it('shows figures, days, organizations and all their sessions', async () => {
    await page.send('Emulation.setScriptExecutionDisabled', { value: true })
    await page.open(url)
    const { root } = (await page.send('DOM.getDocument', {})) as { root: { nodeId: number } }
    const count = async (selector: string) => {
      const found = (await page.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })) as {
        nodeIds: number[]
      }
      return found.nodeIds.length
    }
    expect(await count('td[data-i]')).toBe(365)
    expect(await count('noscript li')).toBeGreaterThan(500)
    expect(await count('#search[hidden]')).toBe(1)
    await page.send('Emulation.setScriptExecutionDisabled', { value: false })
  })

  it('is dark where the reader wants it dark', async () => {
    await page.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: 'dark' }],
    })
    await page.open(url)
    expect(await page.value('getComputedStyle(document.body).backgroundColor')).toBe('rgb(23, 21, 18)')
    await page.send('Emulation.setEmulatedMedia', { features: [] })
  })
})
