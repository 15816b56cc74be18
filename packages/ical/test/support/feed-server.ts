import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dataset } from '@xueshi/core'
import { type FeedScope, feedHandler, issueFeedToken, nextState, type PublishedState } from '@xueshi/ical'

/** The handler of feeds behind a server of this process, as clients on the machine reach it. */
export interface FeedServer {
  /** Address of a feed. */
  url(scope: FeedScope): string
  /** Another dataset is published, by difference with the last one. */
  publish(dataset: Dataset, at: string): void
  /** The status of every answer so far. */
  readonly answers: number[]
  stop(): Promise<void>
}

const keys = [{ id: 'k1', secret: 'a secret of at least 32 bytes, by chance' }]

/** Starts a server on a free port. */
export async function feedServer(dataset: Dataset, at: string): Promise<FeedServer> {
  let source: { dataset: Dataset; published: PublishedState } = {
    dataset,
    published: nextState(null, dataset, at),
  }
  const handler = feedHandler({ source: () => source, now: () => new Date().toISOString(), keys })
  const answers: number[] = []
  const server = createServer(async (request, response) => {
    const headers = Object.entries(request.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    )
    const answer = await handler(
      new Request(`http://${request.headers.host}${request.url}`, { method: request.method!, headers }),
    )
    answers.push(answer.status)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (scope) => `http://127.0.0.1:${port}/feeds/${issueFeedToken(scope, { keys }).path}`,
    publish(changed, moment) {
      source = { dataset: changed, published: nextState(source.published, changed, moment) }
    },
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
