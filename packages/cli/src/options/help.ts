import type { Locale } from '@xueshi/core'
import { displayWidth } from '@xueshi/report'
import type { CommandSpec } from './spec.ts'

/** The help of the whole command line. */
export function overview(commands: readonly CommandSpec[], later: readonly string[], locale: Locale): string {
  const zh = locale === 'zh-CN'
  const lines = [
    zh ? '学时：党员教育培训核查' : 'Xueshi: checks the education and training of Party members',
    '',
    `${zh ? '用法' : 'Usage'}: xueshi <${zh ? '命令' : 'command'}> …`,
    '',
    ...twoColumns(commands.map((command) => [command.name, command.about[locale]])),
    '',
    zh
      ? 'xueshi <命令> --help 查看一个命令的选项；--version 查看版本'
      : 'xueshi <command> --help shows its options; --version the version',
    `${zh ? '尚未实现的命令' : 'Not built yet'}: ${later.join(', ')}`,
    zh
      ? '退出码：0 没有错误级未达标 · 1 有未达标 · 2 用法或配置有误 · 3 数据不可信'
      : 'Exit: 0 nothing breached at level error · 1 breached · 2 usage or configuration · 3 data not trustworthy',
  ]
  return `${lines.join('\n')}\n`
}

/** The help of one command. */
export function helpOf(command: CommandSpec, locale: Locale): string {
  const zh = locale === 'zh-CN'
  const later = zh ? '（尚未实现）' : ' (not built yet)'
  const lines = [
    command.about[locale],
    '',
    `${zh ? '用法' : 'Usage'}: xueshi ${command.name} ${command.usage}`,
    '',
    ...twoColumns(
      command.options.map((option) => [
        `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`,
        option.about[locale] + (option.notBuilt === undefined ? '' : later),
      ]),
    ),
    ...(command.details === undefined ? [] : ['', command.details[locale]]),
  ]
  return `${lines.join('\n')}\n`
}

function twoColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)))
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - displayWidth(left))}  ${right}`)
}
