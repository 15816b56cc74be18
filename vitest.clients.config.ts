import { defineConfig } from 'vitest/config'

/** Tests that run the programs people use; `.ci/clients.sh` installs them. They fail, never skip, where one is missing. */
export default defineConfig({
  resolve: { conditions: ['xueshi-source'] },
  ssr: { resolve: { conditions: ['xueshi-source'] } },
  test: {
    include: ['packages/*/test/**/*.clients.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
