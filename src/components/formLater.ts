import type { FormLabels } from '../locales/en.js'
import { ChipList } from './ChipList.js'
import { downloadTemplate } from './downloadTemplate.js'
import { FormHead } from './FormHead.js'
import { ListTools } from './ListTools.js'
import { SendProgress } from './SendProgress.js'
import { SendResults } from './SendResults.js'
import { tellResult } from './tellResult.js'

/** What InviteForm shows once there is somebody to invite: a chunk of its own, loaded after the first paint. */
export const worded = (labels: FormLabels) => ({
  labels,
  ChipList,
  FormHead,
  ListTools,
  SendProgress,
  SendResults,
  downloadTemplate,
  tellResult,
})
export type FormLater = ReturnType<typeof worded>

/** It as it is loaded: for sentences that are there already. */
export interface FormPart<Labels> {
  worded: (labels: Labels) => FormLater
}
