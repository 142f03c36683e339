export default {
  reactStrictMode: true,
  // As `create-next-app` has them: what is made in advance may not read the clock.
  cacheComponents: true,
  partialPrefetching: true,
  turbopack: { root: import.meta.dirname },
}
