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
  const format = once(to, locale, (one) => new Intl.DateTimeFormat(one, formats[to]))
  return (
    // The server's zone may be another one than the reader's.
    <time dateTime={date} suppressHydrationWarning>
      {format.format(new Date(date))}
    </time>
  )
}

const formats: Record<TimeProps['to'], Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  // Of the styles that name the zone, each has seconds too.
  minute: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
}
