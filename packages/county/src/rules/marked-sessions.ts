import { INTERACTIVE_TOPIC } from '../data/sessions.ts'
import { words } from '../wording.ts'

/** How sessions are marked as field or interactive ones. */
export const markedSessions = words(
  `现场教学：活动表“方式”为“现场教学”；互动教学：“内容分类”含“${INTERACTIVE_TOPIC}”。没有填写的按一般活动计。`,
  `Field sessions have the mode 现场教学, interactive ones the topic ${INTERACTIVE_TOPIC}; a session without either is an ordinary one.`,
)
