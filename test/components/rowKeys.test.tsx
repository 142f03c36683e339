import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { rowKeys } from '../../src/components/rowKeys.ts'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { memory } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'
import { person } from './people.ts'

const after = ([first = '', ...turns]: string[]) =>
  turns.reduce((before, ids) => rowKeys(ids.split(''), before), rowKeys(first.split('')))

describe('the keys of rows', () => {
  it.each([
    ['the same rows have the same', ['abc', 'abc'], [0, 1, 2]],
    ['who stays keeps the own, wherever it is', ['abc', 'cab'], [2, 0, 1]],
    ['one that goes takes its key along', ['abcd', 'acd'], [0, 2, 3]],
    ['who comes for one that went has a new one', ['abcd', 'acde'], [0, 2, 3, 4]],
    ['most of them others: those of the places', ['abcd', 'wxyb'], [0, 1, 2, 3]],
    ['and more than there were places', ['ab', 'wxyz'], [0, 1, 2, 3]],
    ['one half of them others: their own', ['abcd', 'xbyd'], [4, 1, 5, 3]],
    ['nobody, and then somebody: a new one', ['ab', '', 'a'], [2]],
  ])('%s', (_, turns, keys) => {
    expect(after(turns).keys).toEqual(keys)
  })

  it('are the same object as long as the rows are the same', () => {
    const keys = after(['abc'])
    expect(rowKeys(['a', 'b', 'c'], keys)).toBe(keys)
  })
})

function Note({ of }: { of: string | undefined }) {
  const [first] = useState(of)
  return <>{`Note on ${first}`}</>
}

describe('a row that becomes that of another one', () => {
  it('shows what an app keeps of this one, and is not the one that was selected', async () => {
    const seed = ['ada', 'alan', 'bo', 'bea'].map((name) => person(name))
    const columns = [
      'email' as const,
      {
        id: 'note',
        header: 'Note',
        cell: ({ email }: { email?: string | undefined }) => <Note of={email} />,
      },
    ]
    renderWith(
      <PendingInvitesTable
        transport={memory({ seed })}
        columns={columns}
        defaultView={{ search: 'ada' }}
      />,
    )
    await screen.findByRole('cell', { name: 'Note on ada@example.com' })
    const [, row] = screen.getAllByRole('row')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select ada@example.com' }))
    // At once: a pause in typing is a search of its own.
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'alan' } })
    await screen.findByRole('cell', { name: 'Note on alan@example.com' })
    expect(screen.getAllByRole('row')[1]).toBe(row)
    expect(screen.getByRole('checkbox', { name: 'Select alan@example.com' })).not.toBeChecked()
  })
})
