import type { ReactNode } from 'react'

interface AcceptTextProps {
  titleId: string
  title: ReactNode
  text?: ReactNode
  /** What to do next. */
  children?: ReactNode
}

/** A state of the page that asks nothing: what holds, and what to do next. */
export function AcceptText({ titleId, title, text, children }: AcceptTextProps) {
  return (
    <>
      <h1 id={titleId} tabIndex={-1} className="ik-title">
        {title}
      </h1>
      {text && <p className="ik-accept-text">{text}</p>}
      <div className="ik-accept-actions">{children}</div>
    </>
  )
}
