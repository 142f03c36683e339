import { inviteErrorCodes, statusOf } from '../../src/error.js'
import { errors } from '../../src/locales/enErrors.js'
import { errorFacts } from './errorFacts.ts'

const headings = ['Code', 'What happened', 'What a person reads', 'What the app can do', 'Done?']

/** Words between backticks as code. */
function Text({ children }: { children: string }) {
  return children
    .split('`')
    .map((part, index) => (index % 2 ? <code key={part}>{part}</code> : part))
}

/** Every code of an error. */
export function ErrorTable() {
  return (
    <table>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inviteErrorCodes.map((code) => {
          const { happened, app, done } = errorFacts[code]
          return (
            <tr key={code}>
              <th scope="row">
                <code>{code}</code> {statusOf(code)}
              </th>
              <td>
                <Text>{happened}</Text>
              </td>
              <td>{errors[code]}</td>
              <td>
                <Text>{app}</Text>
              </td>
              <td>{done}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
