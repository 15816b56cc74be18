import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['xueshi-source'] },
  ssr: { resolve: { conditions: ['xueshi-source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.clients.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
