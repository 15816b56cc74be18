/** A small reader of iCalendar for the tests, written from RFC 5545 and independent of the writer. */

export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  /** The value as it stands on the line. */
  readonly raw: string
  /** The value with TEXT escapes undone. */
  readonly text: string
}

export interface Component {
  readonly name: string
  readonly properties: readonly Property[]
  readonly components: readonly Component[]
}

/** Joins folded lines. @throws Error where a line does not end in CRLF. */
export function contentLines(ics: string): string[] {
  const lines = ics.split('\r\n')
  if (lines.pop() !== '') throw new Error('the last line does not end in CRLF')
  const joined: string[] = []
  for (const line of lines) {
    if (line.startsWith(' ')) joined[joined.length - 1] += line.slice(1)
    else joined.push(line)
  }
  return joined
}

/** Reads one calendar. @throws Error where BEGIN and END do not match. */
export function parseCalendar(ics: string): Component {
  interface Open {
    name: string
    properties: Property[]
    components: Component[]
  }
  const stack: Open[] = []
  let root: Component | undefined
  for (const line of contentLines(ics)) {
    const property = parseLine(line)
    if (property.name === 'BEGIN') {
      stack.push({ name: property.raw, properties: [], components: [] })
    } else if (property.name === 'END') {
      const closed = stack.pop()
      if (closed?.name !== property.raw) throw new Error(`END:${property.raw} closes ${closed?.name}`)
      const parent = stack.at(-1)
      if (parent !== undefined) parent.components.push(closed)
      else if (root === undefined) root = closed
      else throw new Error('a second calendar')
    } else {
      const parent = stack.at(-1)
      if (parent === undefined) throw new Error(`a property outside: ${line}`)
      if (parent.components.length > 0)
        throw new Error(`${property.name} after a component of ${parent.name}`)
      parent.properties.push(property)
    }
  }
  if (root === undefined || stack.length > 0) throw new Error('the calendar is not closed')
  return root
}

export function events(ics: string): Component[] {
  return parseCalendar(ics).components.filter((component) => component.name === 'VEVENT')
}

export function all(component: Component, name: string): Property[] {
  return component.properties.filter((property) => property.name === name)
}

/** The only property of a name. @throws Error where there is none, or more than one. */
export function one(component: Component, name: string): Property {
  const found = all(component, name)
  if (found.length !== 1) throw new Error(`${found.length} ${name} in ${component.name}`)
  return found[0]!
}

/** The event whose summary contains a text. */
export function eventOf(ics: string, summary: string): Component {
  const found = events(ics).filter((event) => one(event, 'SUMMARY').text.includes(summary))
  if (found.length !== 1) throw new Error(`${found.length} events with ${summary}`)
  return found[0]!
}

export function summaries(ics: string): string[] {
  return events(ics).map((event) => one(event, 'SUMMARY').text)
}

function parseLine(line: string): Property {
  const head = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):/.exec(line)
  if (head === null) throw new Error(`no content line: ${JSON.stringify(line)}`)
  const parameters: Record<string, string> = {}
  for (const [, key, value] of head[2]!.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:,]*)/g))
    parameters[key!] = value!.replace(/^"|"$/g, '')
  const raw = line.slice(head[0].length)
  return {
    name: head[1]!,
    parameters,
    raw,
    text: raw.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c)),
  }
}
