/** What tells programs about a new plugin: npm, editors and git. */

/** package.json; the packages of Xueshi are of the version that writes it, or compatible. */
export const packageJson = (name: string, version: string): string => `{
  "name": "xueshi-plugin-${name}",
  "version": "0.1.0",
  "private": true,
  "description": "本县的党员教育规则 / Rules of our county for Xueshi",
  "type": "module",
  "engines": {
    "node": ">=22.18"
  },
  "exports": "./src/index.ts",
  "scripts": {
    "test": "node --test",
    "typecheck": "tsc",
    "check": "xueshi check data"
  },
  "dependencies": {
    "@xueshi/core": "^${version}",
    "@xueshi/national": "^${version}"
  },
  "devDependencies": {
    "@types/node": "^24.0.0",
    "@xueshi/testing": "^${version}",
    "typescript": "~6.0.0",
    "xueshi": "^${version}"
  }
}
`

/** For editors and `npm run typecheck`; Node needs none. */
export const tsconfigJson = `{
  "compilerOptions": {
    "target": "ES2023",
    "lib": ["ES2023"],
    "types": ["node"],
    "module": "NodeNext",
    "strict": true,
    "exactOptionalPropertyTypes": true,
    "noUncheckedIndexedAccess": true,
    "verbatimModuleSyntax": true,
    "erasableSyntaxOnly": true,
    "allowImportingTsExtensions": true,
    "resolveJsonModule": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["src", "xueshi.config.ts"]
}
`

/** Data of persons is never committed. */
export const gitignore = `node_modules/
# 党员数据不进仓库 / data of persons stays out of the repository
/data/
/answers.json
`
