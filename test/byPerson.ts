import { fireEvent } from '@testing-library/react'

/** Whatever is clicked while this runs counts as clicked by a person, which jsdom alone has no way to do. */
export async function byPerson(act: () => unknown): Promise<void> {
  addEventListener('click', trust, { capture: true })
  try {
    await act()
  } finally {
    removeEventListener('click', trust, { capture: true })
  }
}

export const press = (element: HTMLElement) => byPerson(() => fireEvent.click(element))

function trust(event: Event) {
  for (const symbol of Object.getOwnPropertySymbols(event)) {
    const inner: unknown = Reflect.get(event, symbol)
    if (symbol.description === 'impl' && typeof inner === 'object' && inner)
      Reflect.set(inner, 'isTrusted', true)
  }
}
