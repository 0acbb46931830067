import type { Bilingual } from './bilingual.js';

/** What a failure is about: the machine, the call, a request to the service, one agency's files, a whole file, or one page. */
export type ErrorScope = 'machine' | 'usage' | 'request' | 'submission' | 'document' | 'page';

export interface ErrorKind {
  readonly scope: ErrorScope;
  /** True where trying again without changing anything can help. */
  readonly retryable: boolean;
  /** What happened and what to do next. */
  readonly message: Bilingual;
}
