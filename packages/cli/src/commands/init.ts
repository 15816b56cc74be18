import { relative, resolve } from 'node:path'
import { nearestWord, XueshiError } from '@xueshi/core'
import { EXIT } from '../exitCode.ts'
import { writeNewFiles } from '../init/new-files.ts'
import { pluginFiles } from '../init/plugin-files.ts'
import { pluginName } from '../init/plugin-name.ts'
import type { Io } from '../io.ts'
import { everywhere } from '../options/options-of-commands.ts'
import { didYouMean } from '../options/parse.ts'
import type { Arguments, CommandSpec } from '../options/spec.ts'
import type { Speech } from '../speech.ts'
import { VERSION } from '../version.ts'

export const initSpec: CommandSpec = {
  name: 'init',
  usage: 'plugin [NAME] [--out FOLDER]',
  positionals: [0, 2],
  about: {
    'zh-CN': '写出一个县级插件：本县自己的规则、数字、用例、说明和配置（不带 plugin 的 init 尚未实现）',
    en: 'write a plugin of a county: a rule and a number of its own, cases, page, config (init without plugin is not built yet)',
  },
  options: [
    {
      name: 'out',
      value: 'FOLDER',
      about: {
        'zh-CN': '写入的文件夹；默认为当前文件夹下的 NAME，没有 NAME 时为当前文件夹，并以文件夹名作插件名',
        en: 'folder to write into; default NAME below the working folder, without NAME the working folder, whose name is then that of the plugin',
      },
    },
    ...everywhere,
  ],
  details: {
    'zh-CN': [
      'NAME 是插件名，规则编号以它开头：小写字母、数字和连字符，首字为字母，最多50字；不能是 national 或 county。',
      '写出的是示例：文件名称、文号、条款、原文和数字要换成本县的，README.md 中有清单。',
      '已有的文件不覆盖：有一个就什么也不写，并列出来，退出码 2。',
    ].join('\n'),
    en: [
      'NAME of the plugin, with which ids of its rules begin: lower-case letters, digits and hyphens, a letter first, at most 50; neither national nor county.',
      'What is written is an example: put your own documents, words and numbers in, README.md has the list.',
      'Files that exist are not replaced: with one of them nothing is written, they are listed, and the exit code is 2.',
    ].join('\n'),
  },
}

/** Writes a new plugin; the rest of `init` is of a later release. */
export function initCommand(args: Arguments, io: Io, speech: Speech): number {
  const [what, given] = args.positionals
  if (what === undefined)
    throw new XueshiError(
      'not-built-yet',
      '不带 plugin 的 init（配置、CI、首次基线）尚未实现 / init without plugin (config, CI, first baseline) is not built yet',
      { hint: `xueshi init ${initSpec.usage}` },
    )
  if (what !== 'plugin')
    throw new XueshiError(
      'usage',
      `init 只能写出 plugin / init makes a plugin only: ${what}${didYouMean(nearestWord(what, ['plugin']))}`,
      { hint: `xueshi init ${initSpec.usage}` },
    )
  const folder = resolve(io.cwd, args.value('out') ?? given ?? '.')
  const name = pluginName(given, folder)
  const files = pluginFiles(name, VERSION)
  writeNewFiles(folder, files)
  io.stdout.write(
    told(
      name,
      folder,
      files.map(({ path }) => path),
      io,
      speech,
    ),
  )
  return EXIT.clean
}

function told(name: string, folder: string, paths: readonly string[], io: Io, { say }: Speech): string {
  const where = relative(io.cwd, folder)
  const steps = [
    ...(where === '' ? [] : [`cd ${/\s/.test(where) ? JSON.stringify(where) : where}`]),
    'npm install',
    'npm test',
    'npx xueshi sample --out data',
    'npx xueshi check data',
  ]
  const lines = [
    say(
      `插件 ${name} 已写入 ${folder}，共 ${paths.length} 个文件：`,
      `plugin ${name} in ${folder}, ${paths.length} files:`,
    ),
    ...paths.map((path) => `  ${path}`),
    say(
      '其中的文件名称、文号、条款、原文和数字都是示例，请按 README.md 换成本县的。',
      'Documents, their words and the numbers in it are examples: put your own in their place, see README.md.',
    ),
    say('然后：', 'Then:'),
    ...steps.map((step) => `  ${step}`),
  ]
  return `${lines.join('\n')}\n`
}
