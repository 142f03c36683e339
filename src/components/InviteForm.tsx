'use client'
import { useCallback, useId, useMemo, useState, type ReactNode, type SubmitEvent } from 'react'
import type { InviteFormProblem } from '../hooks/formProblems.js'
import type { InviteFormOptions, SubmitResult } from '../hooks/inviteFormOptions.js'
import { useInviteForm } from '../hooks/useInviteForm.js'
import { usePart, type Part } from '../hooks/usePart.js'
import type { FormFirstLabels, FormLabels } from '../locales/en.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { say } from '../locales/say.js'
import type { InviteTransport } from '../transport.js'
import { InviteFields, type InviteGroup } from './InviteFields.js'
import type { FormLater, FormPart } from './formLater.js'
import { nativeParts, type Parts } from './parts.js'
import { RecipientsField } from './RecipientsField.js'
import { SeatsMeter } from './SeatsMeter.js'
import type { Asked } from './tellResult.js'
import { useCsvFile, type LoadImport } from './useCsvFile.js'

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

interface WordedFormProps<Labels, Csv> extends Omit<InviteFormProps, 'labels' | 'csvLabels'> {
  labels: Labels
  csvLabels: Csv
  later: Part<FormPart<Labels>>
  loadImport: LoadImport<Csv>
}

/** The form, which brings no sentence of its own. */
export function InviteForm<Labels extends FormFirstLabels, Csv>(
  props: WordedFormProps<Labels, Csv>,
) {
  const { transport, groups, children, labels, csvLabels, className, ...rest } = props
  const { later, loadImport, ...options } = rest
  const parts = useMemo(() => ({ ...nativeParts, ...props.parts }), [props.parts])
  const { Button } = parts
  const { locale } = labels
  const form = useInviteForm(transport, options)
  const { sending, progress, outcomes, seats } = form
  const { ready } = form.counts
  const part = usePart(later)
  const more = useMemo(() => part?.worded(labels), [part, labels])
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
  const notLoaded = () => announce(labels.notLoaded)
  const withMore = (use: (all: FormLater) => unknown) =>
    void later
      .load()
      .then((loaded) => (loaded ? use(loaded.worded(labels)) : notLoaded()))
      .catch(notLoaded)
  const tell = (asked: Asked) => {
    if (form.part === 'loading') announce(labels.stillLoading)
    withMore((all) => all.tellResult(asked, all.labels, announce, setProblems))
  }
  const run = (submitting: Promise<SubmitResult>) => {
    announce('')
    tell(submitting)
  }
  const csv = useCsvFile(loadImport, notLoaded)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(form.submit(new FormData(event.currentTarget)))
  }
  const common = more && { form, labels: more.labels, parts, announce }

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
        {labels.title}
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
        labels={labels}
        more={more}
        list={common && { ...common, shown }}
        id={ids.recipients}
        onFile={csv.open}
        onTemplate={() =>
          withMore((all) => all.downloadTemplate(form.fields, form.roles, all.labels))
        }
        announce={announce}
        tell={tell}
      />
      {seats && <SeatsMeter seats={seats} labels={labels} />}
      <InviteFields
        register={form.register}
        roles={form.roles}
        defaultRole={form.defaultRole}
        fields={form.fields}
        maxMessage={form.maxMessage}
        labels={labels}
        parts={parts}
        groups={groups}
        now={options.now ?? clock}
        ids={ids}
        announce={announce}
      />
      {children}
      {(form.part === 'failed' || part === null) && (
        <p role="alert" className="ik-notice">
          {labels.notLoaded}{' '}
          <Button type="button" className="ik-button" onClick={() => tell(form.reload())}>
            {labels.loadAgain}
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
          {sending && more
            ? say(more.labels.sending, { count: progress.total }, locale)
            : ready > 0
              ? say(labels.submit, { count: ready }, locale)
              : labels.submitEmpty}
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
