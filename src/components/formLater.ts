// What InviteForm needs once there is somebody to invite: a chunk of its own, loaded by then.
export { ChipEditor } from './ChipEditor.js'
export { SendProgress } from './SendProgress.js'
export { SendResults } from './SendResults.js'
