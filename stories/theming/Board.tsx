import { useState } from 'react'
import { memory } from '../../src/transports/memory.ts'
import { invites, now, roles } from '../samples.ts'
import board from './levels/board.css?raw'
import { PeopleBoard } from './PeopleBoard.tsx'
import { useStyleSheet, within } from './useStyleSheet.ts'
import './theming.css'

let worlds = 0

/** The headless page with its stylesheet, over people of its own. */
export function Board({ dark }: { dark?: boolean | undefined }) {
  const [transport] = useState(() =>
    memory({ key: `board-${++worlds}`, roles, now, seed: invites(8) }),
  )
  useStyleSheet(within('app-board', board))
  return (
    <div className="app app-board">
      <div className={dark ? 'dark' : 'light'}>
        <PeopleBoard transport={transport} now={now} />
      </div>
    </div>
  )
}
