import { basename } from 'node:path'
import { XueshiError } from '@xueshi/core'

/** As `definePlugin` of core has it, and short enough for the name of a package. */
const PATTERN = /^[a-z][a-z0-9-]{0,49}$/

/** Names of the plugins that Xueshi brings; a second one of the name would take the place of their rules. */
const TAKEN = ['national', 'county']

/**
 * The name of a new plugin: as given, else that of the folder it goes to.
 *
 * @throws XueshiError `usage` where it cannot be one.
 */
export function pluginName(given: string | undefined, folder: string): string {
  const name = given ?? basename(folder)
  if (!PATTERN.test(name))
    throw new XueshiError(
      'usage',
      given === undefined
        ? `文件夹名不能作插件名，请写明 NAME / the name of the folder cannot name a plugin, give a NAME: ${name}`
        : `插件名无效 / invalid name of a plugin: ${name}`,
      { hint: '小写字母开头，只含小写字母、数字和连字符，最多50字 / [a-z][a-z0-9-]*, at most 50 characters' },
    )
  if (TAKEN.includes(name))
    throw new XueshiError(
      'usage',
      `插件名已被学时自带的插件使用 / Xueshi has a plugin of this name: ${name}`,
      {
        hint: `xueshi init plugin our-${name}`,
      },
    )
  return name
}
