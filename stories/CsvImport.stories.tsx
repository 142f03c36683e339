import { expect, fn, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { CsvImport, type CsvImportProps } from '../src/components/CsvImport.tsx'
import { nativeParts } from '../src/components/parts.ts'
import { csv as labels, form } from '../src/locales/en.ts'
import { roles } from './samples.ts'

const csv = (lines: readonly string[], name = 'people.csv') =>
  new File([lines.join('\r\n')], name, { type: 'text/csv' })

const every = {
  name: 'optional',
  groups: 'optional',
  message: 'optional',
  expiresAt: 'optional',
} as const
const onAdd = fn()
const onClose = fn()

interface ImportProps {
  file?: File
  fields?: CsvImportProps['fields']
}

/** As the form opens it: with a list that has Alan. */
function Import({ file = csv([]), fields = every }: ImportProps) {
  return (
    <form className="ik-form">
      <CsvImport
        file={file}
        roles={roles}
        fields={fields}
        taken={taken}
        labels={labels}
        refusals={form.refusals}
        parts={nativeParts}
        onAdd={onAdd}
        onClose={onClose}
      />
    </form>
  )
}
const taken = (key: string) => key === 'alan@example.com'

const meta = preview.meta({
  title: 'InviteForm/Import of a file',
  component: Import,
  // A page of modal dialogs would show the last one only.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  beforeEach: () => {
    onAdd.mockClear()
    onClose.mockClear()
  },
})

const people = [
  'Ada;Lovelace;ada@example.com;Admin;Platform, Design',
  'Grace;Hopper;grace@example.com;Member;Platform',
  'Barbara;Liskov;barbara@example.com;;',
  'Margaret;Hamilton;margaret@example.com;Member;Support',
]
const header = 'Vorname;Nachname;E-Mail-Adresse;Rolle;Gruppen'

export const GoodFile = meta.story({
  args: { file: csv([header, ...people]) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add 4 people' }))
    await expect(onAdd).toHaveBeenCalledOnce()
    await expect(onClose).toHaveBeenCalledWith(0)
  },
})

const mixed = [
  header,
  ...people,
  'Alan;Turing;alan@example.com;Member;',
  'Edsger;Dijkstra;edsger@;Member;',
  'Tony;Hoare;tony@example.com, hoare@example.com;Member;',
  'John;Backus;john\u200b@example.com;Member;',
  'Ada;Again;ada@example.com;Member;',
  'Ken;Thompson;;Member;',
]
/** Every problem a row can have, above the rows that are good. */
export const Mixed = meta.story({
  args: { file: csv(mixed) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Add 4 people' })).toBeVisible()
    await expect(await canvas.findByText('It has characters that cannot be seen')).toBeVisible()
  },
})

/** A row that is mended stays where it is. */
export const Mended = meta.story({
  args: { file: csv(mixed) },
  play: async ({ canvas, userEvent }) => {
    const address = await canvas.findByLabelText('E-mail, row 7')
    await userEvent.clear(address)
    await userEvent.type(address, 'edsger@example.com')
    await userEvent.tab()
    await expect(await canvas.findByLabelText('Role, row 7')).toHaveFocus()
    await expect(await canvas.findByRole('button', { name: 'Add 5 people' })).toBeVisible()
  },
})

export const UnknownRole = meta.story({
  args: {
    file: csv(['Name,Email,Role', 'Ada,ada@example.com,Captain', 'Grace,grace@example.com,admin']),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('There is no such role')).toBeVisible()
  },
})

/** The provider wants a name, and the file has none: it can be typed. */
export const NamesMissing = meta.story({
  args: { file: csv(['ada@example.com', 'grace@example.com']), fields: { name: 'required' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Name, row 1'), 'Ada Lovelace{Enter}')
    await expect(await canvas.findByRole('button', { name: 'Add 1 person' })).toBeVisible()
  },
})

export const NoAddresses = meta.story({
  args: { file: csv(['Person,City', 'Ada,London', 'Grace,New York']) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/No column has e-mail addresses/)).toBeVisible()
  },
})

/** An address book with ninety columns. */
export const ManyColumns = meta.story({
  args: {
    file: csv([
      `First Name,Last Name,${Array.from({ length: 88 }, (_, at) => `Field ${at + 1}`).join(',')},E-mail Address`,
      `Ada,Lovelace,${','.repeat(88)}ada@example.com`,
      `Grace,Hopper,${','.repeat(88)}grace@example.com`,
    ]),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Columns: First name, Last name, E-mail')).toBeVisible()
  },
})

export const FiveThousand = meta.story({
  args: {
    file: csv(Array.from({ length: 5000 }, (_, at) => `person${at}@example.com`)),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('and 4,940 more rows')).toBeVisible()
  },
})

export const TooManyRows = meta.story({
  args: {
    file: csv(Array.from({ length: 10_250 }, (_, at) => `person${at}@example.com`)),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/250 rows beyond 10,000 were not read/)).toBeVisible()
  },
})

export const TooLarge = meta.story({
  args: { file: new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'everybody.csv') },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('larger than 5 MB'))
  },
})

export const Workbook = meta.story({
  args: { file: csv(['PK\u0003\u0004'], 'people.xlsx') },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('Save it as CSV'))
  },
})

export const Dark = meta.story({ ...Mixed.input, globals: { theme: 'dark' } })

export const RightToLeft = meta.story({ ...Mixed.input, globals: { dir: 'rtl' } })

/** Cards in the place of a table. */
export const Phone = meta.story({
  ...Mixed.input,
  globals: { viewport: { value: 'mobile1', isRotated: false } },
})
