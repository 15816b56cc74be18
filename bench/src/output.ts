/** What the bench prints and keeps: raw numbers, ratios, and each target with what was reached. */
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Timing } from './measure.ts'

/** Gates in CI may be missed by this factor; the table says both. */
export const SLACK = 1.5

interface Gate {
  readonly what: string
  readonly reached: number
  readonly target: number
  readonly unit: string
}

interface Section {
  readonly title: string
  readonly lines: string[]
}

const sections: Section[] = []
const gates: Gate[] = []

export function section(title: string): void {
  sections.push({ title, lines: [] })
  console.log(`\n${title}`)
}

export function line(text: string): void {
  sections.at(-1)!.lines.push(text)
  console.log(`  ${text}`)
}

/** A raw number of the run. */
export function timing(what: string, { median, least, most }: Timing): void {
  line(
    `${what.padEnd(56)} ${milliseconds(median)} ms   (${milliseconds(least).trim()} to ${milliseconds(most).trim()})`,
  )
}

function milliseconds(value: number): string {
  return (value < 100 ? value.toFixed(2) : value.toFixed(0)).padStart(9)
}

/** A target: `reached` is at most `target`, both in the same unit (ratios: `x`). */
export function gate(what: string, reached: number, target: number, unit = 'x'): void {
  gates.push({ what, reached, target, unit })
  line(
    `${verdict({ what, reached, target, unit })}: ${what}: ${figure(reached)} ${unit}, target ${figure(target)} ${unit}`,
  )
}

function figure(value: number): string {
  if (value >= 100) return value.toFixed(0)
  if (value >= 10) return value.toFixed(1)
  return value >= 0.1 ? value.toFixed(2) : value.toPrecision(2)
}

function verdict({ reached, target }: Gate): string {
  if (reached <= target) return 'reached'
  return reached <= target * SLACK ? 'MISSED (within slack)' : 'MISSED'
}

/** Number of gates missed by more than the slack; prints all of them. */
export function summary(): number {
  console.log(`\nTargets (CI allows ${SLACK} x)`)
  for (const each of gates) {
    console.log(
      `  ${verdict(each).padEnd(22)} ${each.what.padEnd(64)} ${figure(each.reached).padStart(8)} of ${figure(each.target)} ${each.unit}`,
    )
  }
  return gates.filter((each) => each.reached > each.target * SLACK).length
}

/** Keeps the run as a page; `date` comes from outside, nothing here reads a clock. */
export function writePage(file: URL, date: string): void {
  const cpu = cpus()
  const page = [
    '# Benchmarks',
    '',
    `Written by \`pnpm bench -- --write --date ${date}\`; do not edit. One run on one machine: trust the ratios, not the milliseconds.`,
    '',
    `- date: ${date}`,
    `- machine: ${cpu.length} × ${cpu[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `- Node ${process.version}`,
    '',
    'Warm figures are medians of 10 runs after 3 (least to most in brackets); cold ones medians of first calls in fresh processes.',
    '',
    '## Targets',
    '',
    `| target | reached | at most | |`,
    '|---|---|---|---|',
    ...gates.map(
      (each) =>
        `| ${each.what} | ${figure(each.reached)} ${each.unit} | ${figure(each.target)} ${each.unit} | ${verdict(each)} |`,
    ),
    '',
    `CI lets a gate pass up to ${SLACK} times its target; a target that is missed stays marked as missed here.`,
    ...sections.flatMap(({ title, lines }) => ['', `## ${title}`, '', '```text', ...lines, '```']),
    '',
  ]
  writeFileSync(file, page.join('\n'))
}
