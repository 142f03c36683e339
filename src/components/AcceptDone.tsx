import type { InvitePreview } from '../schema.js'
import type { AcceptLabels } from '../locales/en.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptGoOn } from './AcceptGoOn.js'
import { acceptNames } from './acceptNames.js'
import { AcceptText } from './AcceptText.js'
import { Say } from './Say.js'

interface AcceptDoneProps {
  preview: InvitePreview | undefined
  labels: AcceptLabels
  titleId: string
  actions: AcceptActions
}

/** The invite is accepted: welcome, and the way on. */
export function AcceptDone({ preview, labels, titleId, actions }: AcceptDoneProps) {
  const { organization } = acceptNames(preview)
  const values = { organization: <bdi>{organization}</bdi> }
  const title = organization ? (
    <Say sentence={labels.accepted} values={values} locale={labels.locale} />
  ) : (
    labels.acceptedUnknown
  )
  return (
    <AcceptText titleId={titleId} title={title} text={labels.acceptedText}>
      <AcceptGoOn {...actions}>{labels.goOn}</AcceptGoOn>
    </AcceptText>
  )
}
