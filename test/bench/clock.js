// Runs in every measured page before its own scripts.
globalThis.clock = {
  /** The end of the next frame: it is painted, and nothing but background tasks is left to do. */
  frame: () =>
    new Promise((resolve) => {
      requestAnimationFrame((start) => {
        const done = () => resolve({ start, end: performance.now() })
        void scheduler.postTask(done, { priority: 'background' })
      })
    }),

  /**
   * When the main thread had become quiet: the end of the next frame, or of the last busy one after it. A frame is
   * busy if its own work took half of it, or if it came half a frame late. Three in a row that are not end the wait.
   */
  quiet: async () => {
    let { end: last } = await clock.frame()
    for (let before = last, idle = 0; idle < 3;) {
      const { start, end } = await clock.frame()
      if (end - start > 8 || end - before > 25) [last, idle] = [end, 0]
      else idle++
      before = end
    }
    return last
  },

  /** The end of the first frame that paints what is so when it begins. Each frame is looked at. */
  until: (holds) =>
    new Promise((resolve, reject) => {
      let frames = 0
      const look = () => {
        const done = () => resolve(performance.now())
        if (holds()) void scheduler.postTask(done, { priority: 'background' })
        else if (++frames > 600) reject(new Error(`never: ${holds}`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }),

  /** What `answer` resolves to after the next event of a type; its time is that of the event. */
  after: (type, answer) => {
    globalThis.measured = new Promise((resolve, reject) => {
      const listener = (event) => {
        if (event.key === 'Control') return
        removeEventListener(type, listener, true)
        answer().then((end) => resolve(end - event.timeStamp), reject)
      }
      addEventListener(type, listener, true)
    })
  },
}
