import { useId, type ReactNode } from 'react'
import { useStyleSheet, within } from './useStyleSheet.ts'
import './theming.css'

interface HostProps {
  /** The class of the part of the page that is this app. */
  name: string
  /** The app's own stylesheet. */
  css: string
  /** What the app adds for invite-kit. */
  recipe?: string | undefined
  dark?: boolean | undefined
  /** Rules for all of the page, as some apps have them. */
  everywhere?: boolean | undefined
  children: ReactNode
}

/** An app with a look of its own: a bar and a card with its own field, select and button, and what it embeds below them. */
export function Host({ name, css, recipe = '', dark, everywhere, children }: HostProps) {
  const part = `app-${name}`
  const all = `${css}\n${recipe}`
  useStyleSheet(everywhere ? all : within(part, all))
  const field = useId()
  return (
    <div className={`app ${part}`}>
      <div className={`app-page ${dark ? 'dark' : 'light'}`} data-accent-color="indigo">
        <header className="app-bar">
          <strong>Northwind</strong>
          <span>Settings</span>
          <span>People</span>
        </header>
        <div className="app-content">
          <section className="app-card" aria-labelledby={`${field}title`}>
            <h2 id={`${field}title`}>Workspace</h2>
            <label htmlFor={field}>Name</label>
            <div className="app-row">
              <input id={field} className="app-input" defaultValue="Northwind" />
              <select className="app-input app-select" aria-label="Who may invite">
                <option>Admins</option>
                <option>Everybody</option>
              </select>
              <button type="button" className="app-button">
                Save
              </button>
            </div>
            <p className="app-hint">Everybody who is invited sees the name.</p>
            <button type="button" className="app-danger">
              Delete the workspace
            </button>
          </section>
          {children}
        </div>
      </div>
    </div>
  )
}
