import bare from './hosts/bare.css?raw'
import { Host } from './Host.tsx'
import { Screens } from './Screens.tsx'
import { TokenTable } from './TokenTable.tsx'
import { tokens, type Token, type TokenValues } from './tokens.ts'

/** The three components with these tokens, and what every token does. */
export function LiveTokens({ dark, ...values }: TokenValues & { dark?: boolean | undefined }) {
  const set = (Object.keys(tokens) as Token[])
    .filter((token) => values[token])
    .map((token) => `${token}: ${values[token]};`)
  const recipe = `.dark { color-scheme: dark }\n.ik-form, .ik-table, .ik-accept { ${set.join(' ')} }`
  return (
    <Host name="live" css={bare} recipe={recipe} dark={dark}>
      <Screens />
      <TokenTable />
    </Host>
  )
}
