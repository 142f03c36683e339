// What InviteForm shows once there is somebody to invite: a chunk of its own, loaded after the first paint.
export { formLater as sentences } from '../locales/enFormLater.js'
export { ChipList } from './ChipList.js'
export { downloadTemplate } from './downloadTemplate.js'
export { FormHead } from './FormHead.js'
export { ListTools } from './ListTools.js'
export { SendProgress } from './SendProgress.js'
export { SendResults } from './SendResults.js'
export { tellResult } from './tellResult.js'
