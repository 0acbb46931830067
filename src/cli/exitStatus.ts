import type { ErrorScope } from '../model/ErrorKind.js';

/** What the commands end with: contract.md's table. */
export const exitStatus = {
  done: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
  machine: 4,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

export function exitStatusOf(scope: ErrorScope): ExitStatus {
  switch (scope) {
    case 'usage':
    case 'request':
      return exitStatus.usage;
    case 'machine':
      return exitStatus.machine;
    case 'submission':
    case 'document':
    case 'page':
      return exitStatus.incomplete;
  }
}
