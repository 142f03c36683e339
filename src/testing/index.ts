export type { AnswerName } from './answers.js'
export { conformance } from './conformance.js'
export type { Check, Reading, Subject, World } from './subject.js'
