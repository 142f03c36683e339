'use client'
import { Fragment, type ReactNode } from 'react'
import { formOf, type Sentence, type Values } from '../locales/say.js'

interface SayProps {
  sentence: Sentence
  /** What the placeholders stand for: text, or elements. */
  values: Values<ReactNode>
  locale: string
}

/** A sentence whose placeholders may be elements. Filled by parts, so that no value is read as markup or pattern. */
export function Say({ sentence, values, locale }: SayProps): ReactNode {
  const parts = formOf(sentence, locale, values.count).split(/\{(\w+)\}/)
  return parts.map((part, index) => (
    // Parts never change their order.
    // oxlint-disable-next-line no-array-index-key
    <Fragment key={index}>{index % 2 ? values[part] : part}</Fragment>
  ))
}
