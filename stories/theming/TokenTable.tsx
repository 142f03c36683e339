import { useEffect, useRef, useState } from 'react'
import styles from '../../src/styles.css?raw'
import { isLength, tokens, tokensIn, type Token } from './tokens.ts'
import { useStyleSheet } from './useStyleSheet.ts'
import './tokens.css'

const known = tokensIn(styles)
const carriers = [...styles.matchAll(/--ik-[a-z-]+: var\(--ik-[a-z-]+, .+\);/g)].join('\n')
const short = (token: Token) => token.replace('--ik-', '')

/** The defaults as the stylesheet has them, on every sample; what each shows is one of them. */
const samples = `.sample { ${carriers} }
${Object.keys(tokens)
  .map((token) => {
    const { carrier } = known.get(token) ?? {}
    const property = isLength(token as Token) ? 'inline-size' : 'background'
    return `.tokens .sample-${short(token as Token)} { ${property}: var(${carrier}) }`
  })
  .join('\n')}`

/** Every token: what it does, and what it is where nobody sets it. The defaults are read from the stylesheet. */
export function TokenTable() {
  useStyleSheet(samples)
  return (
    // Scrolled by keyboard where it is narrow.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tokens" role="region" aria-label="Tokens" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">What it does</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(tokens).map(([token, does]) => (
            <tr key={token}>
              <th scope="row">
                <code>{token}</code>
              </th>
              <td>{does}</td>
              <Sample token={token as Token} scheme="light" />
              {!isLength(token as Token) && <Sample token={token as Token} scheme="dark" />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Sample({ token, scheme }: { token: Token; scheme: 'light' | 'dark' }) {
  const sample = useRef<HTMLSpanElement>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    if (!sample.current) return
    const { backgroundColor, inlineSize } = getComputedStyle(sample.current)
    setText(isLength(token) ? `${known.get(token)?.value} = ${inlineSize}` : hex(backgroundColor))
  }, [token])
  return (
    <td className={`tokens-${scheme}`} colSpan={isLength(token) ? 2 : 1}>
      <span ref={sample} className={`sample sample-${short(token)}`} />
      <code>{text}</code>
    </td>
  )
}

/** What a browser paints for a colour, in the form that people know. */
function hex(colour: string): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [...bytes] = context.getImageData(0, 0, 1, 1).data.subarray(0, 3)
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
