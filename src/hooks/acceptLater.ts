// What useAcceptInvite needs once the invite was read: a chunk of its own, loaded beside that.
export { answerOf, forget, watchAnswer } from './answers.js'
export { judgeInvite } from './judgeInvite.js'
