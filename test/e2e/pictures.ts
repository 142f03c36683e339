import type { Locator, Page } from '@playwright/test'

const size = { width: 240, height: 80 }

/** Lays the ground for pictures: the app's own card, over all of the page. */
export async function layGround(page: Page) {
  await page.addStyleTag({
    content: `
      .ground { position: fixed !important; inset: 0; z-index: 8; border: 0 !important; border-radius: 0 !important }
      .pictured { position: fixed !important; inset: 16px auto auto 16px; z-index: 9; inline-size: 200px !important; margin: 0 !important }
      /* What is in a container would be laid out in it. */
      .ik-table { container-type: normal !important }
    `,
  })
  await page.evaluate(() => {
    const ground = document.createElement('div')
    ground.className = 'app-card ground'
    document.querySelector('.app-content')?.append(ground)
  })
}

/** A picture of one control: taken out of the page, as wide as any other, at the same place on the same ground. */
export async function pictureOf(page: Page, control: Locator): Promise<Buffer> {
  await control.evaluate((element) => element.classList.add('pictured'))
  const picture = await page.screenshot({ clip: { x: 0, y: 0, ...size }, animations: 'disabled' })
  await control.evaluate((element) => element.classList.remove('pictured'))
  return picture
}

/** Where two pictures differ by more than the tolerance, as `x, y: colour instead of colour`: the first ten places. */
export const difference = (page: Page, pictures: readonly Buffer[], tolerance: number) =>
  page.evaluate(
    async ([images, most]) => {
      const [ours, theirs] = await Promise.all(
        images.map(async (encoded) => {
          const image = new Image()
          image.src = `data:image/png;base64,${encoded}`
          await image.decode()
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
          context.drawImage(image, 0, 0)
          return context.getImageData(0, 0, image.width, image.height)
        }),
      )
      const pixel = (image: ImageData | undefined, at: number) => [
        ...(image?.data.subarray(at * 4, at * 4 + 3) ?? []),
      ]
      const width = ours?.width ?? 0
      const places = Array.from({ length: width * (ours?.height ?? 0) }, (_, at) => at)
      const differing = places.flatMap((at) => {
        const [is, wanted] = [pixel(ours, at), pixel(theirs, at)]
        const alike = is.every((value, which) => Math.abs(value - (wanted[which] ?? 0)) <= most)
        const place = `${at % width}, ${Math.floor(at / width)}`
        return alike ? [] : [`${place}: ${is.join(' ')} instead of ${wanted.join(' ')}`]
      })
      return differing.slice(0, 10)
    },
    [pictures.map((picture) => picture.toString('base64')), tolerance] as const,
  )
