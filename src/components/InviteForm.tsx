'use client'
import { useCallback, useId, useMemo, useState, type ReactNode, type SubmitEvent } from 'react'
import type { InviteFormProblem } from '../hooks/formProblems.js'
import type { InviteFormOptions, SubmitResult } from '../hooks/inviteFormOptions.js'
import { useInviteForm } from '../hooks/useInviteForm.js'
import { partOf, usePart } from '../hooks/usePart.js'
import type { FormLabels } from '../locales/en.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { formFirst } from '../locales/enForm.js'
import { say } from '../locales/say.js'
import type { InviteTransport } from '../transport.js'
import { InviteFields, type InviteGroup } from './InviteFields.js'
import { nativeParts, type Parts } from './parts.js'
import { RecipientsField } from './RecipientsField.js'
import { SeatsMeter } from './SeatsMeter.js'
import type { Asked } from './tellResult.js'
import { useCsvFile } from './useCsvFile.js'

/** What InviteForm takes. */
export interface InviteFormProps extends InviteFormOptions {
  transport: InviteTransport<'create'>
  /** Groups to choose from; without them they are typed. Shown where the transport takes groups. */
  groups?: readonly InviteGroup[] | undefined
  /** Inputs of the app, within the form: their values come to `onBeforeSend`. */
  children?: ReactNode
  /** Sentences that replace the English ones. */
  labels?: Partial<FormLabels> | undefined
  /** Sentences of the import of a file that replace the English ones. */
  csvLabels?: Partial<CsvLabels> | undefined
  /** Components in the place of native elements. */
  parts?: Parts | undefined
  className?: string | undefined
}

const clock = () => new Date()
const laterPart = /*#__PURE__*/ partOf(() => import('./formLater.js'))

/**
 * Invites one person or many: addresses typed or pasted in any form, a role, and whatever else the transport takes.
 * Renders a `<form>`.
 *
 * Styling hooks: `.ik-form`, `.ik-form[data-sending]`, `.ik-chip[data-severity="invalid|lost|note"]`, `.ik-seats[data-short]`, `.ik-result-group[data-status="mailed|stored|added|unknown|failed|lost"]`.
 */
export function InviteForm(props: InviteFormProps) {
  const { transport, groups, children, labels, csvLabels, className, ...options } = props
  const words = useMemo(() => ({ ...formFirst, ...labels }), [labels])
  const parts = useMemo(() => ({ ...nativeParts, ...props.parts }), [props.parts])
  const { Button } = parts
  const { locale } = words
  const form = useInviteForm(transport, options)
  const { sending, progress, outcomes, seats } = form
  const { ready } = form.counts
  const looks = usePart(laterPart)
  const more = looks ?? undefined
  const all = useMemo(() => more && { ...more.sentences, ...words }, [more, words])
  const [problems, setProblems] = useState<InviteFormProblem[]>([])
  const [shown, show] = useState<{ id: number }>()
  const id = useId()
  const ids = useMemo(
    () => ({
      title: `${id}title`,
      recipients: `${id}recipients`,
      groups: `${id}groups`,
      message: `${id}message`,
      status: `${id}status`,
    }),
    [id],
  )

  // By hand, so that what is said renders nothing anew.
  const announce = useCallback(
    (text: string) => {
      const status = document.getElementById(`${id}status`)
      if (status) status.textContent = text
    },
    [id],
  )
  const notLoaded = () => announce(words.notLoaded)
  const withLooks = (use: (part: NonNullable<typeof looks>) => unknown) =>
    void laterPart
      .load()
      .then((part) => (part ? use(part) : notLoaded()))
      .catch(notLoaded)
  const tell = (asked: Asked) => {
    if (form.part === 'loading') announce(words.stillLoading)
    withLooks(({ sentences, tellResult }) =>
      tellResult(asked, { ...sentences, ...words }, announce, setProblems),
    )
  }
  const run = (submitting: Promise<SubmitResult>) => {
    announce('')
    tell(submitting)
  }
  const csv = useCsvFile(notLoaded)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(form.submit(new FormData(event.currentTarget)))
  }
  const common = all && { form, labels: all, parts, announce }

  return (
    <form
      className={`ik-form ${className ?? ''}`}
      aria-labelledby={ids.title}
      data-sending={sending ? '' : undefined}
      // Before it is hydrated a press does nothing: addresses have no place in a URL.
      method="dialog"
      noValidate
      onSubmit={onSubmit}
    >
      <h2 id={ids.title} className="ik-title">
        {words.title}
      </h2>
      {more && common && (
        <more.FormHead
          {...common}
          problems={problems}
          ids={ids}
          onShow={(one) => show({ id: one })}
          run={run}
        />
      )}
      <RecipientsField
        form={form}
        labels={words}
        more={more}
        list={common && { ...common, shown }}
        id={ids.recipients}
        onFile={csv.open}
        onTemplate={() =>
          withLooks(({ downloadTemplate }) => downloadTemplate(form.fields, form.roles))
        }
        announce={announce}
        tell={tell}
      />
      {seats && <SeatsMeter seats={seats} labels={words} />}
      <InviteFields
        register={form.register}
        roles={form.roles}
        defaultRole={form.defaultRole}
        fields={form.fields}
        maxMessage={form.maxMessage}
        labels={words}
        parts={parts}
        groups={groups}
        now={options.now ?? clock}
        ids={ids}
        announce={announce}
      />
      {children}
      {(form.part === 'failed' || looks === null) && (
        <p role="alert" className="ik-notice">
          {words.notLoaded}{' '}
          <Button type="button" className="ik-button" onClick={() => tell(form.reload())}>
            {words.loadAgain}
          </Button>
        </p>
      )}
      <div className="ik-form-actions">
        <Button
          // While it sends, a press must do nothing and yet keep the focus.
          type={sending ? 'button' : 'submit'}
          aria-disabled={sending || undefined}
          className="ik-button ik-button-primary"
        >
          {sending && all
            ? say(all.sending, { count: progress.total }, locale)
            : ready > 0
              ? say(words.submit, { count: ready }, locale)
              : words.submitEmpty}
        </Button>
        {more && common && sending && (progress.total > 1 || form.pause) && (
          <more.SendProgress {...common} />
        )}
        <p id={ids.status} role="status" className="ik-status" />
      </div>
      {more && common && outcomes.length > 0 && <more.SendResults {...common} run={run} />}
      {csv.opened && common && (
        <csv.opened.FormImport
          {...common}
          key={csv.opened.file.name}
          file={csv.opened.file}
          csvLabels={csvLabels}
          tell={tell}
          onClose={csv.close}
        />
      )}
    </form>
  )
}
