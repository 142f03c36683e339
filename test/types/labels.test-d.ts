import { describe, expectTypeOf, it } from 'vitest'
import * as worded from '../../src/components/index.js'
import * as english from '../../src/index.js'
import { accept, csv, form, table } from '../../src/locales/de.js'
import { memory } from '../../src/transports/memory.js'

const transport = memory()
const link = english.inviteLink({ token: 't' })
const { title: _form, ...someOfForm } = form
const { close: _csv, ...someOfCsv } = csv
const { stale: _table, ...someOfTable } = table
const { expired: _accept, ...someOfAccept } = accept

describe('the components of invite-kit/components', () => {
  it('take every sentence', () => {
    expectTypeOf(worded.InviteForm).toBeCallableWith({ transport, labels: form, csvLabels: csv })
    expectTypeOf(worded.PendingInvitesTable).toBeCallableWith({ transport, labels: table })
    expectTypeOf(worded.AcceptInvitePage).toBeCallableWith({ transport, link, labels: accept })
  })

  it('are not to be had with one less', () => {
    expectTypeOf(someOfForm).not.toExtend<worded.InviteFormProps['labels']>()
    expectTypeOf(someOfCsv).not.toExtend<worded.InviteFormProps['csvLabels']>()
    expectTypeOf(someOfTable).not.toExtend<worded.PendingInvitesTableProps['labels']>()
    expectTypeOf(someOfAccept).not.toExtend<worded.AcceptInvitePageProps['labels']>()
    // @ts-expect-error the import of a file speaks too
    expectTypeOf(worded.InviteForm).toBeCallableWith({ transport, labels: form })
    // @ts-expect-error there are none
    expectTypeOf(worded.PendingInvitesTable).toBeCallableWith({ transport })
    // @ts-expect-error there are none
    expectTypeOf(worded.AcceptInvitePage).toBeCallableWith({ transport, link })
  })
})

describe('the components of invite-kit', () => {
  it('take as many as an app wants to replace', () => {
    const some = { labels: someOfForm, csvLabels: someOfCsv }
    expectTypeOf(english.InviteForm).toBeCallableWith({ transport })
    expectTypeOf(english.InviteForm).toBeCallableWith({ transport, ...some })
    expectTypeOf(english.PendingInvitesTable).toBeCallableWith({ transport, labels: someOfTable })
    expectTypeOf(someOfAccept).toExtend<english.AcceptInvitePageProps['labels']>()
  })

  it('take no sentence that nobody says', () => {
    expectTypeOf<'titel'>().not.toExtend<keyof NonNullable<english.InviteFormProps['labels']>>()
  })
})
