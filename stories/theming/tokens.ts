/** What each token does, in the order in which it is worth setting them. A test compares the names with styles.css. */
export const tokens = {
  '--ik-accent':
    'The colour of what is to be done: primary buttons, progress, what is being typed.',
  '--ik-on-accent': 'Text on the accent.',
  '--ik-accent-text':
    'The accent as text, in quiet buttons. Set it where the accent is too pale to be read.',
  '--ik-focus': 'The ring around what has the focus.',
  '--ik-surface': 'The ground of cards, fields and dialogs.',
  '--ik-raised': 'The ground of chips, table headers and bars.',
  '--ik-text': 'Text.',
  '--ik-muted': 'Hints, dates, column names. Needs 4.5:1 on the surface and on the raised ground.',
  '--ik-line': 'Lines between things, and the border of cards.',
  '--ik-control': 'The border of fields and buttons: 3:1 on the surface lets everybody see it.',
  '--ik-danger': 'Errors, and what cannot be undone. Is read as text on the surface.',
  '--ik-on-danger': 'Text on a button in the colour of danger.',
  '--ik-ok': 'The mark of what went well.',
  '--ik-warn': 'What wants a second look. Is read as text on the surface.',
  '--ik-radius':
    'Corners of fields and buttons. Cards have one and a half of it, chips three quarters.',
  '--ik-space': 'The measure of distances: padding of cards and rows, gaps between fields.',
  '--ik-height':
    'The height of fields and buttons. Those in rows are a little lower, on the accept page higher.',
} as const

export type Token = keyof typeof tokens
export type TokenValues = Partial<Record<Token, string>>

export const isLength = (token: Token) => /radius|space|height$/.test(token)

/** What styles.css says of its tokens: by public name, the property that carries it and the value it has if unset. */
export function tokensIn(stylesheet: string): Map<string, { carrier: string; value: string }> {
  const declarations = stylesheet.matchAll(
    /(--ik-[a-z]+(?:-[a-z]+)*): var\((--ik-[a-z-]+), (.+)\);/g,
  )
  return new Map(
    [...declarations].map(([, carrier = '', name = '', value = '']) => [name, { carrier, value }]),
  )
}
