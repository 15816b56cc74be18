/** The pages of a new plugin. */

/** What is there, what to replace, how to run it. */
export const readme = (name: string): string => `# 本县的党员教育规则

[English](#english)

本县自己的规则和数字，供学时（xueshi）与全国规则一起核查。规则编号以插件名 \`${name}\` 开头。

- 一条规则：党支部每半年至少一次现场教学，见 [docs/rules/branch/field-session.md](docs/rules/branch/field-session.md)；
- 一个数字：党员每年的学时从2025年起为40（全国为32），见 [refinements/annual-hours.json](refinements/annual-hours.json)。

文件名称、文号、条款、原文和数字都是示例，**使用前请换成本县的**：

- [ ] \`src/document.ts\`：本县文件的名称、文号、条款、原文、施行首日；
- [ ] \`refinements/annual-hours.json\`：制定单位、数字、施行首日、出处；
- [ ] \`src/rules/branch/field-session/\`：规则和用例，\`docs/\` 中的说明随之修改；不要的规则整个文件夹删去，并从 \`src/index.ts\` 去掉。

## 运行

需要 Node 22.18 以上；不需要编译，Node 直接运行 TypeScript。

\`\`\`sh
npm install
npm test                                          # 用例、数字、说明
npx xueshi sample --out data --members 1000       # 还没有数据时：生成一个合成的示例县
npx xueshi check data                             # 全国规则 + 本县规则
npx xueshi check data --rule branch/field-session # 只看这一条
npx xueshi rules branch/field-session             # 规则全文和出处
npx xueshi explain data --rule branch/field-session --subject LX-001-01 --window 2025-H1  # 为什么这样判
\`\`\`

\`data/\` 放平台导出的数据，已列入 \`.gitignore\`：党员的数据不进仓库。

## 文件

| 文件 | 内容 |
| --- | --- |
| \`src/index.ts\` | 插件：名称、规则、预设 \`all\` |
| \`src/document.ts\` | 规则的出处 |
| \`src/rules/…/requirement.ts\` | 一条规则 |
| \`src/rules/…/cases.json\` | 人工核定的用例，旁边的规则必须全部符合 |
| \`src/rules/base.json\` | 每个用例都从这些数据开始 |
| \`refinements/*.json\` | 本县对全国规则中数字的规定 |
| \`docs/rules/…\` | 规则的说明，手写；测试核对其中的条文、数字、用例标题与规则一致 |
| \`src/plugin.test.ts\` | 测试 |
| \`xueshi.config.ts\` | 核查的配置：全国规则、本县规则、本县的数字 |

## 增加一条规则

1. 在 \`src/rules/\` 下新建文件夹，放 \`requirement.ts\` 和 \`cases.json\`。用例中至少要有达标、未达标、无法判断各一个，施行首日以后的第一个期间也要有。
2. 在 \`src/index.ts\` 的 \`rules\` 和 \`all\` 中各加一行。
3. 写 \`docs/rules/<规则编号>.md\`，运行 \`npm test\`。

增加一个数字：在 \`refinements/\` 中加一条；参数名见 \`npx xueshi rules <规则编号>\`。只能提高的参数不能降低，否则核查不运行并指出两处出处。

---

<a id="english"></a>

# Rules of our county

Rules and numbers of one county, checked by Xueshi together with the national rules: a rule (each branch holds at least
one field session each half-year) and a number (40 hours of learning a year from 2025 on, 32 nationally). Ids of the
rules begin with \`${name}\`, the name of the plugin.

The names of documents, their numbers, articles and words, and the values are **examples: put your own in their place**
in \`src/document.ts\`, \`refinements/annual-hours.json\`, \`src/rules/branch/field-session/\` and its page in \`docs/\`.

Node 22.18 or later runs the TypeScript as it is; nothing is built. \`npm install\`, \`npm test\`, then \`npx xueshi check
data\`; \`npx xueshi sample --out data --members 1000\` makes synthetic data. Real data stays out of the repository.

To add a rule: a folder below \`src/rules/\` with \`requirement.ts\` and \`cases.json\` (at least one case met, one breached, one
unknown, and the first window in force), a line each in \`rules\` and \`all\` of \`src/index.ts\`, and its page
\`docs/rules/<id>.md\`, which is written by hand; the tests hold its quotes, values and titles of cases equal to the rule.
To add a number: an entry in \`refinements/\`.
`

/** The page of the rule, written by hand: the tests hold its words and numbers equal to the rule. */
export const rulePage = (name: string): string => `# 每半年一次现场教学

\`${name}/branch/field-session\` · [English](#english)

党支部每半年至少组织1次现场教学。

|  |  |
| --- | --- |
| 对象 | 党组织：党支部 |
| 期间 | 每半年 |
| 何时适用 | 整个半年都在的支部；中途成立或者撤销的不适用 |
| 要求 | 方式为“现场教学”的活动不少于1次，本支部举办或者联办 |
| 强度 | 地方 |
| 默认级别 | 警告（预设 \`all\`） |
| 依据 | 有原文引用 |

## 条文

> “党支部应当结合实际，每半年至少组织1次现场教学，可以与主题党日一并开展。”
>
> ——《示例县党员教育现场教学工作安排》（示组发〔2024〕12号）第三条

## 标准

| 参数 | 数值 | 施行 | 各单位 |
| --- | --- | --- | --- |
| 最少次数 \`sessions\` | 1 | 2025-01-01 起 | 只能提高 |

## 没有编入规则的文字

- “结合实际”：现场教学的内容不核对。

## 未达标怎么办

请在本半年内组织现场教学；已经组织的，请在活动表补录，方式填“现场教学”，组织编码填本支部。

## 用例

| 情形 | 结论 |
| --- | --- |
| 上半年主题党日去了现场，下半年只有取消的、室内的和上级组织的 | 上半年达标，下半年未达标 |
| 年中核对：上半年没有，下半年还来得及 | 上半年未达标，下半年待完成 |
| 联办算两个支部的；3月1日成立的支部上半年不适用 | 其余达标 |
| 数据只到11月30日：下半年没有记录时无法判断 | 下半年无法判断 |
| 导出中没有“方式”一列：无法判断 | 上半年无法判断 |
| 2024年下半年文件尚未施行，不适用；2025年上半年起核对 | 2025年上半年未达标 |
| 某单位要求每半年两次（设定 sessions = 2） | 只有1次，未达标 |

---

<a id="english"></a>

# A field session each half-year

A branch holds at least 1 field session each half-year.

|  |  |
| --- | --- |
| Who | organization: branch |
| Window | each half-year |
| When it is owed | branches that are there for the whole half-year |
| Demand | at least 1 session held in the field, hosted or co-hosted by the branch |
| Strength | local |
| Default level | warning (preset \`all\`) |

| Parameter | Value | In force from | Units |
| --- | --- | --- | --- |
| least number of sessions \`sessions\` | 1 | 2025-01-01 | may only be raised |

Not coded:

- “结合实际” (as suits the branch): what was taught is not checked.

About a breach: hold a field session within the half-year; if one was held, add it to the sessions with mode 现场教学 and
the code of the branch.
`
