/** A file of the stories as it would stand in an app. */
export function asApp(source: string): string {
  return source
    .replaceAll('../../src/index.ts', 'invite-kit')
    .replaceAll(/\.\.\/\.\.\/src\/(.+?)(?:\/index)?\.ts/g, 'invite-kit/$1')
    .replaceAll(/^.*oxlint-disable.*\n/gm, '')
}
