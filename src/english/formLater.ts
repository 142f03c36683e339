import { worded as withAll } from '../components/formLater.js'
import type { FormFirstLabels } from '../locales/en.js'
import { formLater } from '../locales/enFormLater.js'

/** The later part of InviteForm, and what it says in English: one chunk. */
export const worded = (labels: FormFirstLabels) => withAll({ ...formLater, ...labels })
