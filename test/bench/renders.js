// Stands in for React's developer tools: counts the components that each commit has rendered.
globalThis.rendered = {}
{
  const components = new Set([0, 1, 11, 15])
  const performedWork = 1
  const walk = (fiber) => {
    for (let one = fiber; one; one = one.sibling) {
      if (components.has(one.tag) && one.flags & performedWork) {
        const type = one.type.render ?? one.type
        const name = type.displayName ?? type.name
        globalThis.rendered[name] = (globalThis.rendered[name] ?? 0) + 1
      }
      // A child that is the same object as before was not looked at.
      if (one.child !== one.alternate?.child) walk(one.child)
    }
  }
  // oxlint-disable-next-line no-underscore-dangle
  globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_, root) => walk(root.current),
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    checkDCE: () => undefined,
  }
}
