import { render } from '@testing-library/react'
import { useState, version } from 'react'
import { version as dom } from 'react-dom'
import { expect, it } from 'vitest'

it('runs on the one React that its project is for, whoever loads it', () => {
  const wanted = expect.stringMatching(`^${import.meta.env['REACT'] ?? 'none'}\\.`)
  expect([version, dom]).toEqual([wanted, wanted])
  const Version = () => useState(version)[0]
  expect(render(<Version />).container).toHaveTextContent(version)
})
