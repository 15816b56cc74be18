/**
 * Runs command lines one after another in this process and prints what each left behind as JSON. Started by
 * tests, in processes of several time zones, as
 *
 *     node run-each.ts '[["rules"],["check","data"]]'
 */
import { todayInShanghai } from '../src/clock.ts'
import { embedded, type Ran } from './embedded.ts'

const pipe = { cwd: process.cwd(), columns: 'unknown', today: todayInShanghai() } as const
const left: Ran[] = []
for (const argv of JSON.parse(process.argv[2]!) as string[][]) left.push(await embedded(argv, pipe))
process.stdout.write(JSON.stringify(left))
