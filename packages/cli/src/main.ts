#!/usr/bin/env node
import process from 'node:process'
import { todayInShanghai } from './clock.ts'
import type { Output } from './io.ts'
import { run } from './run.ts'

/** An output of the process. A reader that went away (`| head`) is no error: the rest goes nowhere. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let gone = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    gone = true
  })
  return {
    write(text) {
      if (!gone) stream.write(text)
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  }
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  today: todayInShanghai,
})
