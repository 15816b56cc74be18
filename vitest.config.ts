import { defineConfig } from 'vitest/config'
import { runs } from './test/runs.ts'

export default defineConfig({
  resolve: { conditions: ['xueshi-source'] },
  ssr: { resolve: { conditions: ['xueshi-source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.clients.test.ts'],
    globalSetup: ['test/compile-cache.ts'],
    // As many as there are processors: the default leaves one idle.
    maxWorkers: '100%',
    // The packages keep no state between calls, so the files of a worker share what it has loaded.
    isolate: false,
    testTimeout: Math.max(60_000, runs(60_000)),
    hookTimeout: 120_000,
  },
})
