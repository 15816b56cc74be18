/** Uses the plugin with `@xueshi/core` alone and prints what a caller sees of it, as JSON. */
import { buildDataset, check, defineConfig, explain, rulesInForce } from '@xueshi/core'
import pilot from './plugin.js'

const dataset = buildDataset({
  export: [{ exportedOn: '2025-07-01', from: '2025-01-01', to: '2025-06-30' }],
  organizations: [
    { id: 'b01', name: '财政局第一党支部', kind: '党支部', themeDay: '每月5日' },
    { id: 'b02', name: '财政局第二党支部', kind: '党支部' },
  ],
  members: [],
  sessions: [
    { id: 's01', organization: 'b01', kinds: ['党课'], start: '2025-03-05T14:30+08:00' },
    { id: 's02', organization: 'b02', kinds: ['主题党日'], start: '2025-03-06T14:30+08:00' },
  ],
})
const config = defineConfig(pilot.presets.all!)
const report = check(dataset, config, { asOf: '2025-06-30' })

console.log(
  JSON.stringify({
    receipt: report.receipt.plugins,
    findings: report.findings.map(({ rule, subject, window, verdict, level, citations }) => ({
      line: `${verdict} ${level} ${rule} ${subject.id} ${window.key}`,
      quote: citations[0]?.quote,
    })),
    messages: report.findings.map((finding) => finding.message()),
    explanation: report.findings.map((finding) => explain(report, finding.fingerprint).root.kind),
    rules: rulesInForce(config, { asOf: '2025-06-30' }).map(({ id, level }) => `${id} ${level}`),
  }),
)
