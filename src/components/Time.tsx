import { once } from '../locales/say.js'

interface TimeProps {
  /** ISO 8601. */
  date: string
  locale: string
  /** `day`: the date alone. `minute`: with hour, minute and zone. */
  to: 'day' | 'minute'
}

/** A point in time in the reader's zone. Renders a `<time>`. */
export function Time({ date, locale, to }: TimeProps) {
  const format = once(
    to,
    locale,
    (one) =>
      new Intl.DateTimeFormat(
        one,
        to === 'day' ? { dateStyle: 'medium' } : { dateStyle: 'long', timeStyle: 'short' },
      ),
  )
  return (
    // The server's zone may be another one than the reader's.
    <time dateTime={date} suppressHydrationWarning>
      {format.format(new Date(date))}
    </time>
  )
}
