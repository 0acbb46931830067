/** `work`, or a rejection with `failure()` after `milliseconds`; the work itself is not stopped. */
export async function withinTime<T>(work: Promise<T>, milliseconds: number, failure: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(failure()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
