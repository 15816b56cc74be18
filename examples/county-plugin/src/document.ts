import type { Citation } from '@xueshi/core'

/**
 * 示例文件，请换成本县的名称、文号、条款和原文；对照原件核对过以后，assurance 写 'verified'。
 *
 * An example: put the title, number, article and words of your own document here, and `verified` once they
 * were compared with the original.
 */
export const fieldTeaching: Citation = {
  instrument: '示例县党员教育现场教学工作安排',
  document: '示组发〔2024〕12号',
  article: '第三条',
  articleConfirmed: true,
  quote: '党支部应当结合实际，每半年至少组织1次现场教学，可以与主题党日一并开展。',
  assurance: 'quoted',
}

/** 本规则的施行首日 / First day in force. */
export const inForce = '2025-01-01'
