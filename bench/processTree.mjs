// The memory that a process and all its descendants hold, from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

/** Resident kilobytes of one process; 0 where it has ended. */
function residentOf(pid) {
  try {
    const line = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line === null ? 0 : Number(line[1]);
  } catch {
    return 0;
  }
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the state and the parent follow its last parenthesis.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Resident kilobytes of a process and its descendants now. */
export function residentOfTree(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const inTree = (pid) => {
    for (let at = pid, steps = 0; at > 1 && steps < 64; at = parents.get(at) ?? 0, steps++)
      if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter(inTree).reduce((sum, pid) => sum + residentOf(pid), 0);
}
