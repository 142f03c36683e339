import { renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import type { InviteFormValues } from '../../src/hooks/inviteFormValues.js'
import { waitingActions } from '../../src/hooks/waitingActions.js'

const added = { added: 1, duplicates: 0, invalid: 0, ignored: [] }

/** A form whose part comes, or does not, when the test says so. */
function waiting() {
  const { result } = renderHook(() => useForm<InviteFormValues>({ defaultValues: { draft: '' } }))
  const values = result.current
  const ends: ((part: boolean) => void)[] = []
  const add = vi.fn(() => Promise.resolve(added))
  const submit = vi.fn(() => Promise.resolve({ status: 'cancelled' as const }))
  const load = async () => {
    if (!(await new Promise<boolean>((resolve) => void ends.push(resolve)))) throw new Error('none')
    return { ...form, add, submit }
  }
  const form = waitingActions(load, { values, options: {} }, { text: '', shown: '' })
  return {
    form,
    add,
    submit,
    end: (part: boolean) => ends.splice(0).forEach((end) => end(part)),
    draft: () => values.getValues('draft'),
    type: (text: string) => values.setValue('draft', values.getValues('draft') + text),
    change: (text: string) => values.setValue('draft', text),
  }
}

describe('before the part that reads is there', () => {
  it('texts stand in the draft in one line, and are read as they were, together and once', async () => {
    const { form, add, end, draft, type } = waiting()
    const first = form.add('"Last, First" <a@b.org>\r\nc@d.org\n')
    type('e@f.org')
    const second = form.commitDraft()
    type('g@')
    expect(draft()).toBe('"Last, First" <a@b.org>; c@d.org; e@f.org; g@')
    end(true)
    expect(await Promise.all([first, second])).toEqual([added, added])
    expect(add.mock.calls).toEqual([['"Last, First" <a@b.org>\r\nc@d.org\n\ne@f.org\n']])
    expect(draft()).toBe('g@')
  })

  it('what a person changes meanwhile is theirs again', async () => {
    const { form, add, end, draft, change } = waiting()
    const adding = form.add('a@b.org')
    change('a@c.org')
    end(true)
    expect(await adding).toBeUndefined()
    expect(add).not.toHaveBeenCalled()
    expect(draft()).toBe('a@c.org')
  })

  it('nothing is lost where it cannot be loaded, and all is read once it can', async () => {
    const { form, add, submit, end, draft } = waiting()
    const adding = form.add('a@b.org')
    end(false)
    expect(await adding).toBeUndefined()
    expect(draft()).toBe('a@b.org; ')
    const sending = form.submit()
    const refused = sending.catch((thrown: Error) => thrown.message)
    for (let turn = 0; turn < 9; turn++) {
      end(false)
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve()
    }
    expect(await refused).toBe('none')
    expect(submit).not.toHaveBeenCalled()
    const reading = form.reload()
    end(true)
    expect(await reading).toEqual(added)
    expect(add.mock.calls).toEqual([['a@b.org\n']])
    expect(draft()).toBe('')
  })
})
