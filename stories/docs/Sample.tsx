import { Source } from '@storybook/addon-docs/blocks'
import { asApp } from './asApp.ts'

/** Shows a file of the stories as it would stand in an app. */
export function Sample({ source }: { source: string }) {
  return <Source code={asApp(source)} language="tsx" />
}
