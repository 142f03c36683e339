// The form, and what it is measured against: a text area that knows nothing but the same parser.
import { InviteForm, parseRecipients } from '../../../src/index.ts'
import { memory } from '../../../src/transports/memory.ts'
import { mount } from './mount.tsx'

const { create } = memory()
const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]
const scenes = {
  form: () => <InviteForm transport={{ key: 'bench', create }} roles={roles} />,
  textarea: () => (
    <textarea
      aria-label="E-mail addresses"
      rows={5}
      onPaste={(event) => {
        const { recipients } = parseRecipients(event.clipboardData.getData('text/plain'))
        document.title = String(recipients.length)
      }}
    />
  ),
  // The engine's own part alone. What is counted tells that the paste has arrived.
  untouched: () => (
    <textarea
      aria-label="E-mail addresses"
      rows={5}
      onInput={({ currentTarget }) => {
        document.title = String(currentTarget.value.split('\n').length)
      }}
    />
  ),
}

Object.assign(globalThis, {
  bench: { mount: (scene: keyof typeof scenes) => mount(scenes[scene]()) },
})
